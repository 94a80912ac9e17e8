import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi compare` as a process.
@Suite struct CompareCommandTests {
  private let minyi: MinyiProcess

  /// Each text by three people. Lifts rise from 1 text to 7, lorries fall from 7 to 1; the market is new, the school gone.
  private static func rows(_ isKept: (String) -> Bool = { _ in true }) -> [[String]] {
    var rows: [[String]] = []
    for (c, texts) in SampleOpinions.concerns.enumerated() {
      for (t, text) in texts.enumerated() {
        let time = [[0], Array(0..<7), [], Array(0..<8)][c].contains(t) ? "2024-02-10" : "2025-02-10"
        guard isKept(time) else { continue }
        for person in 0..<3 {
          rows.append(["\(c)\(t)\(person)", "居民\(c)\(t)\(person)", text.title, text.body, time, "东城区", "0"])
        }
      }
    }
    return rows
  }

  init() throws {
    minyi = try MinyiProcess()
    for (name, rows) in [
      ("a", CompareCommandTests.rows()), ("now", CompareCommandTests.rows { $0 > "2025" }),
      ("before", CompareCommandTests.rows { $0 < "2025" }),
    ] {
      _ = try minyi.home.file("\(name).csv", SampleOpinions.table([SampleOpinions.header] + rows))
      try #require(
        try minyi("run", "\(name).csv", "--workspace", "\(name).sqlite", "--quiet").status == 0)
    }
  }

  private func document(_ outcome: ProcessOutcome) throws -> ComparisonDocument {
    try #require(outcome.status == 0, "\(outcome)")
    return try JSONDecoder().decode(ComparisonDocument.self, from: Data(outcome.outputBytes))
  }

  /// The kind of change of each matter.
  private func kinds(_ document: ComparisonDocument) -> [String: [ChangeKind]] {
    var kinds: [String: [ChangeKind]] = [:]
    for change in document.changes {
      let matter = ["电梯", "渣土车", "菜市场", "小学"].first { change.label.contains($0) } ?? change.label
      kinds[matter, default: []].append(change.kind)
    }
    return kinds
  }

  private static let expected: [String: [ChangeKind]] = [
    "电梯": [.risen], "渣土车": [.fallen], "菜市场": [.new], "小学": [.gone],
  ]

  @Test func periodsAreCompared() throws {
    let options = ["--workspace", "a.sqlite", "--from", "2025-01", "--to", "2025-03", "--with", "year"]
    let json = try minyi.run(["compare", "--format", "json"] + options)
    let document = try document(json)
    #expect(kinds(document) == CompareCommandTests.expected, "\(document)")
    #expect(document.now.from == "2025-01-01" && document.before.to == "2024-03-31" && document.undated == 0)
    #expect(document.now.people == 48 && document.before.posts == 48)
    let lift = try #require(document.changes.first)
    #expect(lift.now.people == 21 && lift.now.posts == 21 && lift.before.people == 3 && lift.ratio == 7)
    let named = try minyi.run(
      ["compare", "--format", "json", "--workspace", "a.sqlite", "--from", "2025-Q1", "--with", "2024-Q1"])
    #expect(try self.document(named).changes == document.changes)
    let lines = try minyi.run(["compare", "--format", "jsonl"] + options).outputLines
    #expect(
      try lines.map { try JSONDecoder().decode(ComparisonDocument.Change.self, from: Data($0.utf8)) }
        == document.changes)
    let csv = try minyi.run(["compare", "--format", "csv"] + options).output.split(separator: "\r\n")
    #expect(csv.count == 5 && csv[0].hasPrefix("\u{FEFF}变化,编号,诉求点") && csv[1].hasPrefix("上升,"))
    let table = try minyi.run(["compare"] + options)
    #expect(table.outputLines.allSatisfy { $0.columnCount <= 100 }, "\(table)")
    #expect(table.outputLines[0] == "本期 2025-01-01..2025-03-31：48 人，48 条")
    #expect(table.outputLines.count { $0.hasPrefix("新增") || $0.hasPrefix("消失") } == 2, "\(table)")
    let english = try minyi.run(["compare", "--lang", "en", "--format", "md"] + options).output
    #expect(english.contains("| risen | ") && english.contains("| gone | "), "\(english)")
  }

  @Test func aDayParts() throws {
    let all = try document(
      minyi(
        "compare", "--workspace", "a.sqlite", "--around", "2024-08-01", "--days", "400", "--format", "json"))
    // As far as the data reach on the shorter side.
    #expect(all.before.from == "2024-02-10" && all.before.to == "2024-07-31" && all.now.posts == 0)
    let lift = try #require(
      try document(
        minyi(
          "compare", "--workspace", "a.sqlite", "--from", "2025-01", "--with", "2024-02", "--format", "json")
      ).changes.first)
    let one = try minyi(
      "compare", "\(lift.concern)", "--workspace", "a.sqlite", "--from", "2025-01", "--with", "2024-02",
      "--format", "json")
    #expect(try document(one).changes == [lift])
  }

  @Test func workspacesAreCompared() throws {
    let outcome = try minyi(
      "compare", "--workspace", "now.sqlite", "--against", "before.sqlite", "--format", "json")
    let document = try document(outcome)
    #expect(kinds(document) == CompareCommandTests.expected, "\(document)")
    #expect(document.now.from == nil && document.before.people == 48)
    let same = try self.document(
      minyi("compare", "--workspace", "a.sqlite", "--against", "a.sqlite", "--format", "json"))
    #expect(same.changes.count == 4)
    #expect(same.changes.allSatisfy { $0.other == $0.concern && $0.now == $0.before && $0.kind == .steady })
  }

  @Test(
    arguments: [
      (["--from", "2025-13"], 64, "--from"), (["--around", "2025-01"], 64, "2025-03-01"),
      (["--from", "2025-02", "--to", "2025-01"], 64, "2024-02-10..2025-02-10"),
      (["--from", "2025-01", "--with", "2024-06..2025-01"], 64, "重叠"), (["--to", "2025-01"], 64, "--from"),
      (["--days", "5"], 64, "--around"), (["--around", "2025-01-01", "--with", "year"], 64, "--around"),
      (["--around", "2030-01-01"], 65, "2024-02-10..2025-02-10"), (["99"], 66, "99"),
      (["--against", "no.sqlite"], 66, "no.sqlite"), (["--against", "a.sqlite", "1"], 64, "--against"),
      (["--top", "0"], 64, "--top"),
    ] as [([String], Int32, String)])
  func badInputIsTold(_ arguments: [String], _ status: Int32, _ culprit: String) throws {
    let outcome = try minyi.run(["compare", "--workspace", "a.sqlite"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains(culprit), "\(outcome)")
  }

  @Test func opinionsWithoutDatesCannotBeCompared() throws {
    let rows = CompareCommandTests.rows().map { Array($0[..<4]) }
    _ = try minyi.home.file(
      "bare.csv", SampleOpinions.table([Array(SampleOpinions.header[..<4])] + rows))
    try #require(try minyi("run", "bare.csv", "--workspace", "bare.sqlite", "--quiet").status == 0)
    let outcome = try minyi("compare", "--workspace", "bare.sqlite")
    #expect(outcome.status == 65 && outcome.errors.contains("没有日期"), "\(outcome)")
  }
}
