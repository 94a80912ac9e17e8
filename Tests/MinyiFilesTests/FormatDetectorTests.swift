import MinyiFiles
import MinyiModel
import Testing

@Suite struct FormatDetectorTests {
  private static let table = "编号,标题,内容\n1,题,文\n"
  private static let lines = "{\"内容\": \"甲\"}\n{\"内容\": \"乙\"}\n"
  private static let prose = "小区门口的路灯坏了，希望修好。\n夜里施工，无法休息。\n"

  @Test(arguments: [
    ("a.csv", table, FileFormat.csv), ("a.CSV", table, .csv), ("a", table, .csv), ("a.txt", table, .csv),
    ("a.csv", table.replacing(",", with: "\t"), .tsv), ("a.tsv", table, .csv), ("a.csv", lines, .jsonl),
    ("a.json", lines, .jsonl), ("a", lines, .jsonl), ("a.txt", lines, .jsonl),
    ("a.jsonl", "[" + "{\"内容\": \"甲\"}]", .json),
    ("a.txt", prose, .text), ("a", prose, .text), ("a.dat", "内容\n甲\n", .csv),
    ("a.xls", table.replacing(",", with: "\t"), .tsv),
  ]) func decidesByContentAndName(name: String, text: String, format: FileFormat) throws {
    #expect(try ReadRows(name, text).file.format == format)
  }

  /// JSON that is cut off, or holds no objects, is JSON still: its rows are told as malformed, not taken for text.
  @Test(arguments: [
    ("[1,2\n", FileFormat.json, 2), ("[1, 2]\n", .json, 2), ("[\"甲\", \"乙\"]", .json, 2), ("[", .json, 1),
    ("[true", .json, 1), ("[-1.5e3, [", .json, 2), ("[[1, 2], [3", .json, 2), ("{bad\n", .json, 1),
    ("{", .jsonl, 1),
    ("{'body': '甲'}\n{'body': '乙'}\n", .jsonl, 2), ("{body: \"甲\"}\n", .jsonl, 1),
  ]) func brokenJSONIsNoText(text: String, format: FileFormat, problems: Int) throws {
    for name in ["a", "a.txt", "a.csv"] {
      let read = try ReadRows(name, text)
      #expect(read.file.format == format, "\(name)")
      #expect(read.opinions.isEmpty && read.problems.count == problems, "\(name) \(read.outcomes)")
    }
  }

  @Test(arguments: [
    "[投诉] 路灯不亮\n", "[1] 路灯不亮\n[2] 停水\n", "[2025-03-04] 张三：路灯不亮\n", "[1,2] 号楼漏水\n", "[\"急\"] 停水\n",
    "[] 路灯不亮\n", "{投诉}路灯不亮\n",
  ]) func textMayBeginWithABracket(_ text: String) throws {
    let read = try ReadRows("a", text)
    #expect(read.file.format == .text && read.problems.isEmpty)
    #expect(read.bodies.count == text.split(separator: "\n").count)
  }

  @Test func anExplicitFormatWins() throws {
    let read = try ReadRows("a.csv", "内容;x\t标题\n甲\t乙\n", options: ReadOptions(format: .tsv))
    #expect(read.file.format == .tsv)
    #expect(read.opinions.first?[.title] == "乙")
    let text = try ReadRows("a.csv", FormatDetectorTests.table, options: ReadOptions(format: .text))
    #expect(text.bodies == ["编号,标题,内容", "1,题,文"])
  }

  @Test(arguments: [
    ("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "XLS"), ("a.et", [0xD0, 0xCF, 0x11, 0xE0], "ET"),
    ("a.pdf", Array("%PDF-1.7".utf8), "PDF"), ("a.xls", Array("\r\n<html>".utf8), "HTML"),
  ]) func officeFilesAreNamed(name: String, bytes: [UInt8], kind: String) {
    #expect {
      try ReadRows(name, bytes)
    } throws: { error in
      guard case FileError.unsupportedFormat(_, kind) = error else { return false }
      return "\(error)".contains("CSV UTF-8") && (error as? FileError)?.exitCode == 65
    }
  }
}
