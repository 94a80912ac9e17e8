import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi evaluate` as a process.
@Suite struct EvaluateCommandTests {
  private let minyi: MinyiProcess

  /// Four classes of eight opinions, three of them in another's; the others have none.
  private static let gold =
    "编号,类别\n"
    + SampleOpinions.rows.prefix(32).enumerated().map {
      "\($1.id),\(["电梯", "渣土车", "菜市场", "学校"][($0 / 8 + ($0 % 11 == 5 ? 1 : 0)) % 4])\n"
    }
    .joined()

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    _ = try minyi.home.file("g.csv", EvaluateCommandTests.gold)
  }

  private func document(_ outcome: ProcessOutcome) throws -> EvaluationDocument {
    try #require(outcome.status == 0, "\(outcome)")
    return try JSONDecoder().decode(EvaluationDocument.self, from: Data(outcome.outputBytes))
  }

  @Test func everyFormatHasTheSameNumbers() throws {
    let json = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "4", "--format", "json")
    let document = try document(json)
    #expect(json.errors.isEmpty && document.schema == 1 && document.gold == "g.csv")
    let (themes, concerns) = (document.groupings[0], document.groupings[1])
    #expect(concerns.evaluated == 32 && concerns.withoutClass == 6 && concerns.source.classes == 4)
    #expect(
      concerns.agreement.nmi > 0.6 && concerns.agreement.nmi < 1 && concerns.agreement.closedBestF1 > 0.7)
    #expect(concerns.stability?.resamples == 3 && themes.groups == 4)
    let csv = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "4", "--format", "csv").output
    let rows = csv.split(separator: "\r\n")
    #expect(rows.first == "\u{FEFF}分组,指标,类别,组号,组名,数值")
    #expect(rows.contains("theme,nmi,,,,\(themes.agreement.nmi)"), "\(rows)")
    #expect(rows.contains("concern,groups,,,,\(concerns.groups)"), "\(rows)")
    let lines = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "4", "--format", "jsonl")
      .outputLines
    #expect(lines.count == rows.count - 1)
    #expect(lines.contains(#"{"grouping":"concern","measure":"ari","value":\#(concerns.agreement.ari)}"#))
    #expect(lines.count { $0.contains(#""class":"渣土车""#) } == 4)
    let table = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "4")
    #expect(table.outputLines.allSatisfy { $0.columnCount <= 80 }, "\(table)")
    #expect(table.outputLines.first == "金标准 g.csv：编号列“编号”，类别列“类别”，4 类")
    #expect(table.outputLines[1] == "评估 32 条意见；6 条没有类别，未计入")
    let nmi = table.outputLines.first { $0.hasPrefix("NMI") }?.split(separator: " ").suffix(2).map(
      String.init)
    #expect(nmi == [themes, concerns].map { shown($0.agreement.nmi) }, "\(table)")
    let markdown = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "4", "--format", "md").output
    #expect(markdown.contains("| NMI 归一化互信息 | \(shown(themes.agreement.nmi)) |"), "\(markdown)")
    let english = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--lang", "en", "--resamples", "0").output
    #expect(english.contains("accuracy (one to one)") && !english.contains("stability"))
  }

  private func shown(_ value: Double) -> String { String(format: "%.3f", value) }

  @Test func aWorkspaceIsComparedAsItStands() throws {
    try #require(try minyi("run", "a.csv", "--themes", "5", "--workspace", "w.sqlite", "--quiet").status == 0)
    let before = try minyi("export", "assignments", "--workspace", "w.sqlite").outputBytes
    let file = try minyi("evaluate", "--gold", "g.csv", "a.csv", "--themes", "5", "--format", "json")
    let workspace = try minyi("evaluate", "--gold", "g.csv", "--workspace", "w.sqlite", "--format", "json")
    #expect(file.status == 0 && file.outputBytes == workspace.outputBytes, "\(workspace)")
    #expect(try minyi("export", "assignments", "--workspace", "w.sqlite").outputBytes == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath)
    #expect(left.isEmpty, "left behind: \(left)")
  }

  @Test func goldComesInAnyFormat() throws {
    let rows = EvaluateCommandTests.gold.split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let expected = try document(
      minyi("evaluate", "--gold", "g.csv", "a.csv", "--resamples", "0", "--format", "json"))
    let jsonl = rows.dropFirst().map { "{\"编号\":\"\($0[0])\",\"类别\":\"\($0[1])\"}\n" }.joined()
    let tsv = rows.map { $0.joined(separator: "\t") + "\r\n" }.joined()
    for (name, bytes) in [
      ("g.xlsx", SampleWorkbook(rows: rows).bytes), ("g.jsonl", Array(jsonl.utf8)),
      ("g.tsv", Array(tsv.utf8)),
    ] {
      _ = try minyi.home.file(name, bytes)
      var found = try document(
        minyi("evaluate", "--gold", name, "a.csv", "--resamples", "0", "--format", "json"))
      #expect(found.gold == name)
      found.gold = expected.gold
      #expect(found == expected, "\(name)")
    }
    let piped = try minyi.run(
      ["evaluate", "--gold", "-", "a.csv", "--resamples", "0", "--format", "json"],
      input: .text(EvaluateCommandTests.gold))
    #expect(try document(piped).groupings == expected.groupings)
    // The column may stand in the file of opinions, under any name.
    let header = SampleOpinions.header + ["谁管"]
    let both = SampleOpinions.rows.enumerated().map { $1.cells + [$0 < 32 ? rows[$0 + 1][1] : ""] }
    _ = try minyi.home.file("b.csv", SampleOpinions.table([header] + both))
    let named = try minyi(
      "evaluate", "--gold", "b.csv", "--class-column", "谁管", "b.csv", "--resamples", "0", "--format", "json")
    #expect(try document(named).groupings.map(\.agreement) == expected.groupings.map(\.agreement))
  }

  @Test(
    arguments: [
      (["--gold", "g.csv"], 64, "--workspace"), (["--gold", "none.csv", "a.csv"], 66, "none.csv"),
      (["--gold", "g.csv", "none.csv"], 66, "none.csv"),
      (["--gold", "g.csv", "--workspace", "new.sqlite"], 66, "new.sqlite"),
      (["--gold", "g.csv", "--workspace", "w.sqlite"], 66, "minyi mine"),
      (["--gold", "a.csv", "a.csv"], 65, "留言主题"), (["--gold", "bare.csv", "a.csv"], 65, "类别"),
      (["--gold", "g.csv", "--class-column", "标签", "a.csv"], 64, "标签"),
      (["--gold", "g.csv", "--id-column", "工号", "a.csv"], 64, "工号"),
      (["--gold", "other.csv", "a.csv"], 65, "X1、X2"), (["--gold", "blank.csv", "a.csv"], 65, "类别"),
      (["--gold", "empty.csv", "a.csv"], 65, "empty.csv"),
      (["--gold", "g.csv", "a.csv", "-o", "no/such"], 73, "no"),
    ] as [([String], Int32, String)])
  func badInputIsTold(_ arguments: [String], _ status: Int32, _ culprit: String) throws {
    for (name, text) in [
      ("bare.csv", "甲,类别\n1,a\n"), ("other.csv", "id,label\nX2,a\nX1,b\n"), ("blank.csv", "编号,类别\n5001,\n"),
      ("empty.csv", ""),
    ] { _ = try minyi.home.file(name, text) }
    try #require(try minyi("import", "a.csv", "--workspace", "w.sqlite").status == 0)
    let outcome = try minyi.run(["evaluate"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains(culprit), "\(outcome)")
    let left = try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath)
    #expect(left.isEmpty, "left behind: \(left)")
  }

  @Test func rowsOfGoldThatCannotBeUsedAreTold() throws {
    _ = try minyi.home.file("g2.csv", EvaluateCommandTests.gold + "5001,菜市场\n,学校\nZZ,学校\n")
    let outcome = try minyi("evaluate", "--gold", "g2.csv", "a.csv", "--resamples", "0")
    #expect(outcome.status == 0 && outcome.errors.contains("2 行不能用"), "\(outcome)")
    #expect(outcome.errors.contains("g2.csv:34") && outcome.errors.contains("g2.csv:35"), "\(outcome)")
    #expect(outcome.outputLines[1].contains("1 个编号不在意见中"), "\(outcome)")
    #expect(try minyi("evaluate", "--gold", "g2.csv", "a.csv", "--resamples", "0", "--quiet").errors.isEmpty)
  }
}
