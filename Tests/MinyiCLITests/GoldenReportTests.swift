import Foundation
import TestSupport
import Testing

/// Parts of the report and briefs on the sample corpus, as they were looked at. `MINYI_RECORD=1` records them anew: only on
/// purpose, and to be read before they are committed.
@Suite struct GoldenReportTests {
  private static let isRecording = ProcessInfo.processInfo.environment["MINYI_RECORD"] != nil

  private func compare(_ text: String, _ name: String) throws {
    let path = ProjectFiles.path("Tests/Golden/\(name)")
    if GoldenReportTests.isRecording { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    let difference = zip(expected.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
    #expect(
      expected == text,
      "\(name): \(difference.map { "expected \($0.0.prefix(300)), got \($0.1.prefix(300))" } ?? "length")")
  }

  /// What stands from `start` up to `end`.
  private func part(_ text: String, from start: String, to end: String) throws -> String {
    let first = try #require(text.range(of: start))
    let last = try #require(text.range(of: end, range: first.upperBound..<text.endIndex))
    return String(text[first.lowerBound..<last.lowerBound]) + "\n"
  }

  @Test func theSampleCorpusReadsAsItDid() throws {
    let minyi = try MinyiProcess()
    let corpus = ProjectFiles.path("Corpus/qinghe.csv")
    let run = try minyi(
      "run", corpus, "--workspace", "w.sqlite", "--quiet", "--top", "3", "--report", "a.html")
    try #require(run.status == 0, "\(run)")
    let html = try String(contentsOf: minyi.home.url.appendingPathComponent("a.html"), encoding: .utf8)
    try compare(part(html, from: "<tbody role=\"rowgroup\"", to: "</tbody>"), "agenda.html")
    try compare(part(html, from: "<article class=\"topic\"", to: "</article>"), "topic.html")
    try compare(part(html, from: "<table class=\"heat\">", to: "</table>"), "heat.html")
    let agenda = try AgendaJSON(
      minyi("agenda", "--workspace", "w.sqlite", "--top", "1", "--format", "json").outputBytes)
    let concern = try #require(agenda.topics.first?.concern)
    try compare(try minyi("brief", "\(concern)", "--workspace", "w.sqlite").output, "brief.md")
    try compare(try minyi("brief", "--period", "2025-03", "--workspace", "w.sqlite").output, "bulletin.md")
  }
}
