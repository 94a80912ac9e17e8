import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi match` as a process.
@Suite struct MatchCommandTests {
  private let minyi: MinyiProcess

  private static let experts = [
    ["编号", "姓名", "领域/专长", "界别"],
    ["E1", "周敏", "电梯、特种设备", "工程界"], ["E2", "吴川", "教育", "教育界"], ["E3", "陈立", "交通管理；渣土车", "交通界"],
    ["E4", "马骏", "城市管理", "城管系统"], ["E5", "钱文", "考古学", "文化界"], ["E6", "孙晓", "红绿灯", "交通界"],
    ["E7", "何静", "斑马线", "交通界"], ["E8", "李岩", "小学", "教育界"],
  ]

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    _ = try minyi.home.file("e.csv", SampleOpinions.table(MatchCommandTests.experts))
    try #require(try minyi("run", "a.csv", "--workspace", "w.sqlite", "--quiet").status == 0)
  }

  private func document(_ arguments: String...) throws -> MatchDocument {
    let outcome = try minyi.run(
      ["match", "--workspace", "w.sqlite", "--field-column", "领域/专长", "--format", "json"] + arguments)
    try #require(outcome.status == 0, "\(outcome)")
    return try JSONDecoder().decode(MatchDocument.self, from: Data(outcome.outputBytes))
  }

  private func experts(of matter: String, in document: MatchDocument) throws -> [MatchDocument.Proposal] {
    try #require(document.topics.first { $0.label.contains(matter) }, "\(document)").experts
  }

  @Test func whoKnowsAboutATopicIsProposed() throws {
    let document = try document("--experts", "e.csv")
    #expect(try experts(of: "电梯", in: document).first?.name == "周敏")
    #expect(try experts(of: "电梯", in: document).first?.terms == ["电梯"])
    #expect(try experts(of: "渣土车", in: document).first?.name == "陈立")
    #expect(try experts(of: "渣土车", in: document).first?.group == "交通界")
    let school = try experts(of: "小学", in: document)
    #expect(school.count == 3 && !school.contains { $0.name == "周敏" }, "\(school)")
    let all = document.topics.flatMap(\.experts)
    #expect(!all.contains { $0.name == "钱文" } && document.topics.allSatisfy { $0.experts.count <= 3 })
    // The proposed department has the word among its own.
    let market = try experts(of: "菜市场", in: document)
    #expect(
      market.contains { $0.name == "马骏" && $0.departments.contains { $0.contains("城市管理") } }, "\(market)")
    // Neither the order of rows nor the format of the file matters.
    let rows = [MatchCommandTests.experts[0]] + MatchCommandTests.experts.dropFirst().reversed()
    _ = try minyi.home.file("e.xlsx", SampleWorkbook(rows: rows).bytes)
    #expect(try self.document("--experts", "e.xlsx") == document)
  }

  @Test func columnsAreFoundByNameAndEveryFormatIsWritten() throws {
    let rows =
      [["编号", "姓名", "专长", "领域", "界别"]]
      + MatchCommandTests.experts.dropFirst().map { [$0[0], $0[1], "", $0[2], $0[3]] }
    _ = try minyi.home.file("f.csv", SampleOpinions.table(rows))
    for format in ["table", "json", "jsonl", "csv", "md"] {
      let outcome = try minyi("match", "--workspace", "w.sqlite", "--experts", "f.csv", "--format", format)
      #expect(outcome.status == 0 && outcome.output.contains("周敏"), "\(outcome)")
    }
    let table = try minyi("match", "--workspace", "w.sqlite", "--experts", "f.csv")
    #expect(table.outputLines.allSatisfy { $0.columnCount <= 100 }, "\(table)")
  }

  @Test func rowsThatCannotBeUsedAreTold() throws {
    let rows = MatchCommandTests.experts + [["E9", "无名", "", "无"], ["E1", "周敏", "法律", "法律界"]]
    _ = try minyi.home.file("g.csv", SampleOpinions.table(rows))
    let outcome = try minyi(
      "match", "--workspace", "w.sqlite", "--experts", "g.csv", "--field-column", "领域/专长")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("g.csv:10") && outcome.errors.contains("g.csv:11"), "\(outcome)")
  }

  @Test(
    arguments: [
      (["--experts", "no.csv"], 66, "no.csv"), (["--experts", "e.csv"], 65, "领域/专长"),
      (["--experts", "e.csv", "--field-column", "专业"], 64, "界别"), (["--experts", "f.csv", "99"], 66, "99"),
      (["--experts", "empty.csv"], 65, "empty.csv"),
    ] as [([String], Int32, String)])
  func badInputIsTold(_ arguments: [String], _ status: Int32, _ culprit: String) throws {
    _ = try minyi.home.file("f.csv", "姓名,领域\n甲,法律\n")
    _ = try minyi.home.file("empty.csv", "姓名,领域\n甲,\n")
    let outcome = try minyi.run(["match", "--workspace", "w.sqlite"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains(culprit), "\(outcome)")
  }

  @Test func nobodyIsAnAnswer() throws {
    _ = try minyi.home.file("f.csv", "姓名,领域\n钱文,考古学\n")
    let outcome = try minyi("match", "--workspace", "w.sqlite", "--experts", "f.csv")
    #expect(outcome.status == 1 && outcome.output.contains("名册中无人相合"), "\(outcome)")
  }
}
