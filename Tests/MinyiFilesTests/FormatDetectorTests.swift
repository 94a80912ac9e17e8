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
