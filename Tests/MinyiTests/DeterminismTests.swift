import Foundation
import Minyi
import TestSupport
import Testing

struct DeterminismTests {
  /// The sample corpus as JSON lines, so that lines can be shuffled.
  private func corpusLines() throws -> [String] {
    var lines: [String] = []
    try OpinionFile.open(ProjectFiles.path("Corpus/qinghe.csv")).forEachRow { row, _ in
      guard case .opinion(let record) = row else { return }
      var object: [String: String] = [:]
      for field in OpinionField.allCases { object[field.rawValue] = record[field] }
      let json = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      lines.append(String(decoding: json, as: UTF8.self))
    }
    return lines
  }

  private func export(_ lines: [String], threadCount: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.file("意见.jsonl", lines.joined(separator: "\n"))
    return try SampleRun([file], threadCount: threadCount).export()
  }

  @Test func rowOrderDoesNotMatter() throws {
    let lines = try corpusLines()
    let expected = try export(lines, threadCount: 2)
    for seed in 1...2 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      #expect(try export(lines.shuffled(using: &random), threadCount: 2) == expected, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 3, 8]) func threadsDoNotMatter(_ threadCount: Int) throws {
    let lines = try corpusLines()
    #expect(try export(lines, threadCount: threadCount) == export(lines, threadCount: 2))
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let run = try SampleRun()
    let before = try run.export()
    let report = try run.workspace.importer().importFile(ProjectFiles.path("Corpus/qinghe.csv"))
    #expect(report.record.unchanged == run.outcome.imports.first?.record.imported)
    #expect(report.record.imported + report.record.updated == 0)
    let results = try run.workspace.mine()
    #expect(results.record.resultHash == run.outcome.results.record.resultHash)
    let document = try run.workspace.document(of: run.workspace.agenda(), results: results, top: .max)
    #expect(before.suffix(document.topics.count) == document.topics.map { "\($0)" }[...])
  }

  @Test func everyOpinionTwiceChangesNoGrouping() throws {
    let lines = try corpusLines()
    let copies = lines.map { $0.replacing(#""id":"QH"#, with: #""id":"Z-QH"#) }
    let folder = try TemporaryFolder()
    let single = try SampleRun([try folder.file("a.jsonl", lines.joined(separator: "\n"))])
    let double = try SampleRun([try folder.file("b.jsonl", (lines + copies).joined(separator: "\n"))])
    let partition = { (run: SampleRun) in
      var groups: [ConcernID: Set<String>] = [:]
      for assignment in try run.workspace.assignments() where !assignment.key.hasPrefix("Z-") {
        if let concern = assignment.concern { groups[concern, default: []].insert(assignment.key) }
      }
      // A text that stood alone recurs when every text is there twice.
      return Set(groups.values.filter { $0.count > 1 })
    }
    #expect(try partition(single) == partition(double))
  }
}
