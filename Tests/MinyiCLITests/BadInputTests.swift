import Foundation
import TestSupport
import Testing

/// Files that cannot be read, or not whole: the status, and a sentence that names the file and the place.
@Suite struct BadInputTests {
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  /// Runs `minyi import` on a file with these bytes.
  private func importing(_ name: String, _ bytes: [UInt8], _ arguments: String...) throws -> ProcessOutcome {
    _ = try minyi.home.file(name, bytes)
    return try minyi.run(["import", name, "--workspace", "w.sqlite", "--verbose"] + arguments)
  }

  private func importing(_ name: String, _ text: String, _ arguments: String...) throws -> ProcessOutcome {
    _ = try minyi.home.file(name, text)
    return try minyi.run(["import", name, "--workspace", "w.sqlite", "--verbose"] + arguments)
  }

  /// The summary of the fates in the order of the report.
  private func fates(_ rows: Int, imported: Int, unchanged: Int = 0, blank: Int = 0, malformed: Int = 0)
    -> String
  {
    "读取 \(rows) 行 = 新增 \(imported) + 更新 0 + 未变 \(unchanged) + 空白 \(blank) + 有误 \(malformed)\n"
  }

  private var workspaceExists: Bool { FileManager.default.fileExists(atPath: minyi.home.path + "/w.sqlite") }

  // MARK: the file as a whole

  @Test(arguments: ["run", "import"])
  func noFileIs66(_ command: String) throws {
    for name in ["没有.csv", "没有/这个.csv", "tmp"] {
      // A good file before it does not help: nothing is imported.
      _ = try minyi.home.file("好.csv", SampleOpinions.csv())
      let outcome = try minyi(command, "好.csv", name, "--workspace", "w.sqlite")
      #expect(outcome.status == 66 && outcome.output.isEmpty && outcome.errors.contains(name), "\(outcome)")
      #expect(outcome.errors.contains("文件夹") == (name == "tmp"), "\(outcome)")
      #expect(!workspaceExists)
    }
  }

  @Test func emptyIs65() throws {
    for text in ["", "\n \n\t\n", "\u{FEFF}"] {
      let outcome = try importing("空.csv", text)
      #expect(
        outcome.status == 65 && outcome.errors.contains("文件是空的：空.csv"), "\(text.debugDescription): \(outcome)"
      )
      #expect(!workspaceExists)
    }
    let input = try minyi("run", "-")
    #expect(input.status == 65 && input.errors.contains("标准输入"), "\(input)")
  }

  @Test func nothingButBadRowsIs65() throws {
    let outcome = try importing("坏.jsonl", "{坏\n[1]\n7\n")
    #expect(
      outcome.status == 65 && outcome.output.contains(fates(3, imported: 0, malformed: 3)), "\(outcome)")
    #expect(outcome.errors.contains("所有行都是空白或有误"), "\(outcome)")
    let preview = try importing("坏.jsonl", "{坏\n[1]\n", "--dry-run")
    #expect(preview.status == 65, "\(preview)")
    // One good row, in whatever file, and it is a success.
    _ = try minyi.home.file("好.csv", SampleOpinions.csv())
    #expect(try minyi("import", "坏.jsonl", "好.csv", "--workspace", "w.sqlite").status == 0)
  }

  @Test(arguments: ["run", "import"])
  func aSheetOfNoWorkbookIs64(_ command: String) throws {
    _ = try minyi.home.file("好.csv", SampleOpinions.csv())
    let outcome = try minyi(command, "好.csv", "--sheet", "明细", "--workspace", "w.sqlite")
    #expect(
      outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains("好.csv 不是工作簿"), "\(outcome)")
    #expect(!workspaceExists)
  }

  @Test func aHeaderAloneIsToldApart() throws {
    let imported = try importing("表头.csv", "编号,内容\n")
    #expect(imported.status == 0 && imported.output.contains("只有表头，没有数据"), "\(imported)")
    let run = try minyi("run", "表头.csv")
    #expect(
      run.status == 65 && run.output.isEmpty
        && run.errors.contains("表头.csv（csv，UTF-8）：" + fates(0, imported: 0)))
  }

  @Test func onlyBlankRowsIs65() throws {
    let text = "编号,内容\n1,无\n2,没有\n3,没有意见\n\n4,。。。\n"
    #expect(try importing("空白.csv", text).output.contains(fates(5, imported: 0, blank: 5)))
    let run = try minyi("run", "空白.csv")
    #expect(run.status == 65 && run.output.isEmpty, "\(run)")
    #expect(run.errors.contains("没有可用的意见") && run.errors.contains(fates(5, imported: 0, blank: 5)), "\(run)")
  }

  @Test func unknownColumnsAreListedWithTheCure() throws {
    let text = "甲栏,乙栏\n路灯不亮了很久,1\n"
    let outcome = try importing("列.csv", text)
    #expect(outcome.status == 65 && !workspaceExists, "\(outcome)")
    for part in ["列.csv", "甲栏、乙栏", "--map body=甲栏"] { #expect(outcome.errors.contains(part), "\(outcome)") }
    // The cure works.
    #expect(try importing("列.csv", text, "--map", "body=甲栏").output.contains(fates(1, imported: 1)))
  }

  @Test func binaryIs65() throws {
    let program = try FileHandle(forReadingFrom: URL(fileURLWithPath: minyi.executablePath)).read(
      upToCount: 50_000)
    for bytes in [
      Array(program ?? Data()), [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60), (0...255).map { $0 },
    ] {
      let outcome = try importing("二进制.csv", bytes)
      #expect(outcome.status == 65 && outcome.errors.contains("二进制.csv") && !workspaceExists, "\(outcome)")
    }
  }

  // MARK: encodings

  @Test func encodingsAreFound() throws {
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    let expected = try minyi("run", "a.csv", "--format", "json").outputBytes
    for (encoding, name) in [
      ("GB18030", "GB18030"), ("GBK", "GB18030"), ("UTF-16LE", "UTF-16LE"), ("UTF-16BE", "UTF-16BE"),
    ] {
      let convert = try minyi.shell("iconv -f UTF-8 -t \(encoding) a.csv > b.csv")
      try #require(convert.status == 0, "\(convert)")
      let outcome = try minyi("run", "b.csv", "--format", "json")
      #expect(
        outcome.outputBytes == expected && outcome.errors.contains("（csv，\(name)）"), "\(encoding): \(outcome)"
      )
    }
    let marked = try importing("c.csv", "\u{FEFF}" + SampleOpinions.csv())
    #expect(marked.output.contains(fates(38, imported: 38)), "\(marked)")
  }

  @Test func aWrongEncodingIs65AndTold() throws {
    let outcome = try importing("a.csv", SampleOpinions.csv(), "--encoding", "GB18030")
    #expect(outcome.status == 65 && outcome.errors.contains("a.csv 第 1 行，字节偏移"), "\(outcome)")
    #expect(
      outcome.errors.contains("GB18030") && outcome.errors.contains("--encoding") && !workspaceExists,
      "\(outcome)")
  }

  @Test func invalidBytesCostTheirRowAndAreLocated() throws {
    let start = Array("编号,内容\n1,路灯不亮\n2,水".utf8)
    let outcome = try importing("坏.csv", start + [0xFF, 0xFE] + Array("压\n3,垃圾成堆\n".utf8))
    #expect(outcome.status == 0 && outcome.output.contains(fates(3, imported: 2, malformed: 1)), "\(outcome)")
    #expect(
      outcome.output.contains("坏.csv:3:4 ") && outcome.output.contains("字节偏移 \(start.count)"), "\(outcome)")
  }

  // MARK: rows

  @Test func brokenQuotesCostTheirRowsOnly() throws {
    let outcome = try importing("引号.csv", "编号,内容\n1,\"路灯不亮\n2,垃圾成堆\n3,\"好\"的\n4,水压不足\n")
    #expect(outcome.status == 0 && outcome.output.contains(fates(4, imported: 2, malformed: 2)), "\(outcome)")
    #expect(outcome.output.contains("引号.csv:2 ") && outcome.output.contains("引号.csv:4:"), "\(outcome)")
  }

  @Test func unevenRowsAreTold() throws {
    let outcome = try importing("列数.csv", "编号,内容,地区\n1,路灯不亮,东城,多\n2\n3,水压不足\n4,垃圾成堆,西城\n")
    #expect(outcome.status == 0 && outcome.output.contains(fates(4, imported: 2, malformed: 2)), "\(outcome)")
    #expect(outcome.output.contains("列数.csv:2 有 4 个单元格，表头只有 3 列"), "\(outcome)")
    #expect(outcome.output.contains("列数.csv:3 只有 1 个单元格，表头有 3 列"), "\(outcome)")
  }

  @Test func aHugeRowCostsItselfOnly() throws {
    let huge = String(repeating: "a", count: 5_000_000)
    let outcome = try importing("大.csv", "编号,内容\n1,\(huge)\n2,水压不足\n")
    #expect(outcome.status == 0 && outcome.output.contains(fates(2, imported: 1, malformed: 1)))
    #expect(outcome.output.contains("大.csv:2 ") && outcome.outputBytes.count < 2000)
  }

  @Test func badValuesAreLeftOutAndTheRowKept() throws {
    let text = "编号,内容,日期,点赞数\n1,路灯不亮,昨天,3\n2,水压不足,2023-02-30,许多\n3,垃圾成堆,2023-02-28,5\n"
    let outcome = try importing("值.csv", text)
    #expect(outcome.status == 0 && outcome.output.contains(fates(3, imported: 3)), "\(outcome)")
    for note in ["值.csv:2 不是日期：“昨天”", "值.csv:3 不是日期：“2023-02-30”", "值.csv:3 不是数目：“许多”"] {
      #expect(outcome.output.contains(note), "\(outcome)")
    }
    #expect(!outcome.output.contains("值.csv:4"))
  }

  @Test func theFirstOfEqualIdsIsKept() throws {
    let outcome = try importing("重复.csv", "编号,内容\n7,路灯不亮\n7,路灯不亮\n7,水压不足\n")
    #expect(outcome.output.contains(fates(3, imported: 1, unchanged: 1, malformed: 1)), "\(outcome)")
    #expect(outcome.output.contains("重复.csv:4 ") && outcome.output.contains("第 2 行"), "\(outcome)")
    _ = try minyi("mine", "--workspace", "w.sqlite")
    #expect(try minyi("explain", "--opinion", "7", "--workspace", "w.sqlite").output.contains("路灯不亮"))
  }

  @Test func aBrokenJSONLineCostsItselfOnly() throws {
    let text = "{\"id\":1,\"body\":\"路灯不亮\"}\n{\"id\":2,\"body\":\n[3]\n{\"id\":4,\"body\":\"水压不足\"}\n"
    let outcome = try importing("行.jsonl", text)
    #expect(outcome.status == 0 && outcome.output.contains(fates(4, imported: 2, malformed: 2)), "\(outcome)")
    #expect(outcome.output.contains("行.jsonl:2:1 ") && outcome.output.contains("行.jsonl:3"), "\(outcome)")
  }

  @Test func manyBadRowsAreCountedNotListed() throws {
    let text = "编号,内容\n" + (1...500).map { "\($0),路灯,多,余\n" }.joined() + "501,水压不足\n"
    _ = try minyi.home.file("多.csv", text)
    let outcome = try minyi("import", "多.csv", "--workspace", "w.sqlite")
    #expect(outcome.output.contains(fates(501, imported: 1, malformed: 500)), "\(outcome)")
    #expect(outcome.output.contains("共 500 行有误") && outcome.outputLines.count < 10, "\(outcome)")
  }
}
