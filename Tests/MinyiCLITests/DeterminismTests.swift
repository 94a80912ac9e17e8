import TestSupport
import Testing

/// The same opinions give the same bytes, in whatever order they come and however many threads work.
@Suite struct DeterminismTests {
  /// Enough texts for several chunks of work: each sample in variants that differ in a clause.
  private static let rows: [SampleOpinions.Row] = {
    let clauses = ["", "谢谢领导！", "已经反映三次。", "请书面答复。", "盼回复。", "周边居民都有意见。"]
    return clauses.indices.flatMap { i in
      SampleOpinions.rows.map { row in
        var row = row
        row.id = "\(i)-\(row.id)"
        row.author += "\(i % 3)"
        row.body += clauses[i]
        return row
      }
    }
  }()

  private static func shuffled(seed: UInt64) -> [SampleOpinions.Row] {
    SampleOpinions.shuffled(rows, seed: seed)
  }

  /// What three commands write for `rows`.
  private func outputs(_ rows: [SampleOpinions.Row], _ arguments: [String]) throws -> [[UInt8]] {
    let minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv(rows))
    let run = try minyi.run(["run", "a.csv", "--format", "json", "--workspace", "w.sqlite"] + arguments)
    try #require(run.status == 0, "\(run)")
    let exports = try ["assignments", "agenda"].map {
      try minyi.run(["export", $0, "--workspace", "w.sqlite"] + arguments)
    }
    try #require(exports.allSatisfy { $0.status == 0 && !$0.output.isEmpty })
    return [run.outputBytes] + exports.map(\.outputBytes)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theOrderOfRowsDoesNotMatter(_ seed: UInt64) throws {
    let expected = try outputs(DeterminismTests.rows, [])
    #expect(try outputs(DeterminismTests.shuffled(seed: seed), []) == expected, "seed \(seed)")
  }

  @Test(arguments: ["1", "2", "8"])
  func theNumberOfThreadsDoesNotMatter(_ count: String) throws {
    let rows = DeterminismTests.shuffled(seed: 9)
    #expect(
      try outputs(rows, ["--threads", count]) == outputs(DeterminismTests.rows, ["--threads", "3"]),
      "\(count)")
  }

  /// Rows without ids get theirs from their content.
  @Test func rowsWithoutIdsDoNotMatterEither() throws {
    func csv(_ rows: [SampleOpinions.Row]) -> String {
      SampleOpinions.table([SampleOpinions.header] + rows.map(\.cells)).split(separator: "\n")
        .map { $0.drop { $0 != "," }.dropFirst() + "\n" }.joined()
    }
    let outputs = try [UInt64(1), 2, 3].map { seed in
      let minyi = try MinyiProcess()
      // Twice the same row: two opinions.
      let rows = SampleOpinions.shuffled(SampleOpinions.rows + SampleOpinions.rows.prefix(5), seed: seed)
      _ = try minyi.home.file("a.csv", csv(rows))
      let run = try minyi("run", "a.csv", "--workspace", "w.sqlite", "--format", "json")
      let assignments = try minyi("export", "assignments", "--workspace", "w.sqlite")
      #expect(assignments.outputLines.count == 43, "\(run)")
      return run.outputBytes + assignments.outputBytes
    }
    #expect(Set(outputs).count == 1)
  }

  @Test func neitherLocaleNorPlaceMatters() throws {
    let minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    let expected = try minyi("run", "a.csv", "--format", "json")
    for (variable, value) in [("LC_ALL", "tr_TR.UTF-8"), ("LANG", "zh_CN.GB18030"), ("TZ", "Asia/Shanghai")] {
      let outcome = try minyi.run(
        ["run", minyi.home.path + "/a.csv", "--format", "json"], environment: [variable: value], in: "/")
      #expect(outcome.outputBytes == expected.outputBytes && outcome.errors == expected.errors, "\(variable)")
    }
  }
}
