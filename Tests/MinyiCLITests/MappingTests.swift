import Foundation
import TestSupport
import Testing

/// How the user says what a file's columns are, and which files.
@Suite struct MappingTests {
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  @Test func aDryRunTellsAllAndWritesNothing() throws {
    _ = try minyi.home.file(
      "a.csv", "工单,主题,内容,日期,题目,电话\n1,路灯,路灯不亮,2024-01-02,甲,13812345678\n2,水,水压不足,昨天,乙,13812345679\n")
    let outcome = try minyi("import", "a.csv", "--dry-run", "--map", "id=工单")
    #expect(outcome.status == 0, "\(outcome)")
    for words in ["指定", "已有 title 列", "路灯 | 水", "全部字节都合法", "日期：2 个，读出 1，读不出 1", "新增 2 "] {
      #expect(outcome.output.contains(words), "\(words): \(outcome)")
    }
    #expect(!outcome.output.contains("13812345678") && outcome.output.contains("〔手机〕"), "\(outcome)")
    let files = try FileManager.default.contentsOfDirectory(atPath: minyi.home.path).sorted()
    #expect(files == ["a.csv", "tmp"])
  }

  @Test func anUncertainEncodingIsTold() throws {
    let path = ProjectFiles.path("Corpus/qinghe.gb18030.csv")
    let outcome = try minyi("import", path, "--dry-run")
    #expect(outcome.output.contains("GB18030（按此读出的汉字") && outcome.output.contains("很有把握"), "\(outcome)")
  }

  @Test func aSavedMapReadsTheNextFile() throws {
    _ = try minyi.home.file("一月.csv", "号,说的话,日子\n1,路灯不亮,2024-01-02\n")
    _ = try minyi.home.file("二月.csv", "日子,号,说的话\n2024-02-02,2,水压不足\n")
    let map = ["--map", "id=号,body=说的话,time=日子"]
    let first = try minyi.run(["import", "一月.csv", "--workspace", "w.sqlite", "--save-map", "m.yaml"] + map)
    #expect(first.status == 0, "\(first)")
    let saved = try String(contentsOf: minyi.home.url.appendingPathComponent("m.yaml"), encoding: .utf8)
    #expect(saved == "map:\n  body: 说的话\n  id: 号\n  time: 日子\n")
    let second = try minyi("import", "二月.csv", "--workspace", "w.sqlite", "--map-file", "m.yaml")
    #expect(second.output.contains("新增 1 "), "\(second)")
    // What is said on the line goes first.
    let other = try minyi("import", "二月.csv", "--dry-run", "--map-file", "m.yaml", "--map", "title=号")
    #expect(other.output.contains("title"), "\(other)")
  }

  @Test(arguments: [("map: [", 65), ("map:\n  主体: 内容\n", 65), ("编码: x\n", 65)])
  func aBadMapFileIsTold(text: String, status: Int) throws {
    _ = try minyi.home.file("a.csv", "内容\n路灯不亮\n")
    _ = try minyi.home.file("m.yaml", text)
    let outcome = try minyi("import", "a.csv", "--dry-run", "--map-file", "m.yaml")
    #expect(outcome.status == Int32(status) && outcome.errors.contains("m.yaml"), "\(outcome)")
    #expect(try minyi("import", "a.csv", "--dry-run", "--map-file", "没有.yaml").status == 66)
  }

  @Test func foldersAndPatterns() throws {
    let folder = minyi.home.url.appendingPathComponent("月报/一季度")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [
      ("月报/二月.csv", "内容\n水压不足\n"), ("月报/一季度/一月.csv", "内容\n路灯不亮\n"), ("月报/说明.doc", "无"),
      ("月报/.隐藏.csv", "内容\n停电\n"),
      ("月报/~$二月.xlsx", "锁"),
    ] { try Data(text.utf8).write(to: minyi.home.url.appendingPathComponent(name)) }
    let all = try minyi("import", "月报", "--workspace", "w.sqlite")
    #expect(all.status == 0 && all.outputLines.count { $0.contains("新增 1 ") } == 2, "\(all)")
    let again = try minyi("import", "月报", "月报/二月.csv", "--workspace", "w.sqlite")
    #expect(again.outputLines.count { $0.contains("未变 1 ") } == 2, "\(again)")
    let pattern = try minyi("import", "月报/*.csv", "--dry-run")
    #expect(pattern.outputLines.count { $0.contains("新增 1 ") } == 1, "\(pattern)")
    let none = try minyi("import", "月报/*.tsv", "--dry-run")
    #expect(none.status == 66 && none.errors.contains("月报/*.tsv"), "\(none)")
  }

  @Test func theTemplateIsReadByImport() throws {
    let outcome = try minyi("template", "-o", "意见收集表.xlsx")
    #expect(outcome.status == 0 && outcome.errors.contains("意见收集表.xlsx"), "\(outcome)")
    let empty = try minyi("import", "意见收集表.xlsx", "--dry-run")
    #expect(empty.status == 0 && empty.output.contains("只有表头，没有数据"), "\(empty)")
    for field in [
      "id", "title", "body", "time", "author", "place", "channel", "likes", "dislikes", "reply", "replied_at",
    ] {
      #expect(empty.output.contains(field), "\(field): \(empty)")
    }
    #expect(!empty.output.contains("（保留）"), "\(empty)")
    #expect(try minyi("template", "-o", "没有/a.xlsx").status == 73)
  }
}
