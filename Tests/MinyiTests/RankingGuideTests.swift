import Foundation
import Minyi
import TestSupport
import Testing

/// The worked example of `Ranking.md`, made once more: by the program, and by the formulas with the numbers in the text.
struct RankingGuideTests {
  /// A line of the example's table: criterion, raw, value, weight, points.
  private struct Line {
    var name: CriterionName
    var raw: Double
    var value: Double
    var weight: Double
    var points: Double
  }

  private func text() throws -> String {
    let whole = try ProjectFiles.text("Sources/Minyi/Minyi.docc/Ranking.md")
    return String(try #require(whole.components(separatedBy: "## A worked example").last))
  }

  private func lines() throws -> [Line] {
    try text().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces.union(["`"])) }
      guard cells.count == 5, let name = CriterionName(rawValue: cells[0]) else { return nil }
      let numbers = cells.dropFirst().compactMap { Double($0) }
      guard numbers.count == 4 else { return nil }
      return Line(name: name, raw: numbers[0], value: numbers[1], weight: numbers[2], points: numbers[3])
    }
  }

  @Test func theProgramGivesTheNumbersOfTheGuide() throws {
    let run = try SampleRun()
    let assignments = try run.workspace.assignments()
    // The guide names the opinions.
    let ids = Set(try text().matches(of: /QH\d{8}/).map { String($0.output) })
    let concern = try #require(assignments.first { ids.contains($0.key) }?.concern)
    #expect(ids == Set(assignments.filter { $0.concern == concern }.map(\.key)))
    let topic = try #require(run.outcome.agenda.topics.first { $0.concern == concern })
    let lines = try lines()
    #expect(lines.map(\.name) == CriterionName.allCases)
    for (line, score) in zip(lines, topic.criteria) {
      #expect(abs(line.raw - score.measure.raw) < 0.00005001, "\(line.name): \(score.measure)")
      #expect(abs(line.value - score.measure.value) < 0.00005001, "\(line.name): \(score.measure)")
      #expect(line.weight == score.weight && abs(line.points - score.points) < 0.00500001, "\(line.name)")
    }
    let total = String(format: "%.2f", topic.score)
    #expect(try text().contains("= \(total)"), "\(total)")
  }

  /// By the curves as the guide writes them, without the program.
  @Test func theFormulasGiveTheNumbersOfTheGuide() throws {
    let lines = Dictionary(uniqueKeysWithValues: try lines().map { ($0.name, $0) })
    func raw(_ name: CriterionName) throws -> Double { try #require(lines[name]).raw }
    var months = 1 - pow(2, -(try raw(.persistence) - 1) / 3)
    // Back after silence, and after a reply.
    months += (1 - months) / 4
    months += (1 - months) / 4
    // Six cases of six, and six of twelve.
    let last = pow(try share(0, 1), 6)
    let year4 = try share(0, 4)
    let year = (6...12).reduce(0.0) { sum, k in
      sum + choose(12, k) * pow(year4, Double(k)) * pow(1 - year4, Double(12 - k))
    }
    let asked = 0.5 * (1 - pow(2, -(try raw(.actionability)) / 3))
    let likenesses = try text().matches(of: /0\.\d{3}(?=[,:])/).prefix(12).compactMap { Double($0.output) }
    #expect(likenesses.count == 12 && likenesses == likenesses.sorted(by: >))
    let narrow = likenesses.enumerated().reduce(0.0) { $0 + $1.element / pow(2, Double($1.offset + 1)) }
    let expected: [CriterionName: Double] = [
      .reach: log(1 + (try raw(.reach))) / log(101), .spread: 1 - 1 / (try raw(.spread)),
      .persistence: months,
      .momentum: max(0, 1 - 2 * max(last, year)), .endorsement: log(1 + (try raw(.endorsement))) / log(1001),
      .severity: try raw(.severity) / 3, .actionability: asked + 0.3 * narrow + 0.2,
      .deliberation: 1 - 1 / (try raw(.deliberation)),
    ]
    for (name, value) in expected {
      let line = try #require(lines[name])
      #expect(abs(line.value - value) < 0.0001, "\(name): \(value)")
      #expect(abs(line.points - 100 * line.weight * line.value / 11.5) < 0.0055, "\(name)")
    }
  }

  /// Opinions of the collection in the windows, as the guide counts them, and the share of the first of two.
  private func share(_ first: Int, _ second: Int) throws -> Double {
    let counts = try #require(
      try text().firstMatch(of: /(\d+), (\d+), (\d+), (\d+) and (\d+) opinions/)?.output)
    let all = [counts.1, counts.2, counts.3, counts.4, counts.5].compactMap { Double($0) }
    return all[first] / (all[first] + all[second])
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}
