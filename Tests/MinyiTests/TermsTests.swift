import Minyi
import TestSupport
import Testing

/// The terms of a workspace, whole and by group.
struct TermsTests {
  private static let lines = [
    #"{"id":"1","body":"停水三天","time":"2024-03-31","place":"东区","channel":"热线"}"#,
    #"{"id":"2","body":"停水三天","time":"2024-04-01","place":"西区","channel":"热线"}"#,
    #"{"id":"3","body":"停水又停电","time":"2024-12-31","place":"东区"}"#,
    #"{"id":"4","body":"路灯很暗","time":"2025-01-01","place":"西区","channel":"网站"}"#,
    #"{"id":"5","body":"路灯坏了","time":"2025-01-02","place":"西区","channel":"网站"}"#,
    #"{"id":"6","body":"路灯歪了"}"#,
  ]

  private func terms(_ grouping: TermGrouping?, _ period: TermPeriod = .month) throws -> TermsDocument {
    var options = TermsOptions()
    options.grouping = grouping
    options.period = period
    options.minimumTexts = 1
    return try ImportedTexts.read(TermsTests.lines) { try $0.terms(options) }
  }

  @Test func theWholeCountsTextsOnce() throws {
    let document = try terms(nil)
    #expect((document.texts, document.posts, document.by, document.ungrouped) == (5, 6, nil, 0))
    let group = try #require(document.groups.first)
    #expect(document.groups.count == 1 && group.name == nil && group.texts == 5)
    let lamp = try #require(group.terms.first { $0.term == "路灯" })
    #expect(lamp.texts == 3 && lamp.count == 3 && lamp.lift == nil)
    // Two opinions with one text.
    #expect(group.terms.first { $0.term == "停水" }?.texts == 2)
    #expect(zip(group.terms, group.terms.dropFirst()).allSatisfy { $0.weight >= $1.weight })
  }

  @Test func groupsCountWhatIsInThem() throws {
    let document = try terms(.place)
    #expect(document.by == "place" && document.ungrouped == 1)
    // The text of opinions 1 and 2 is in both.
    #expect(document.groups.map(\.name) == ["西区", "东区"])
    #expect(document.groups.map(\.texts) == [3, 2] && document.groups.map(\.posts) == [3, 2])
    let east = try #require(document.groups.last)
    let water = try #require(east.terms.first { $0.term == "停水" })
    // In both texts inside, in none of the three outside: (2.5 / 3) / (0.5 / 4).
    #expect(water.texts == 2 && water.lift == 6.67)
    #expect(!east.terms.contains { $0.term == "路灯" })
    #expect(try terms(.channel).groups.map(\.name) == ["网站", "热线"])
  }

  @Test(arguments: [
    (TermPeriod.month, ["2024-03", "2024-04", "2024-12", "2025-01"]),
    (.quarter, ["2024-Q1", "2024-Q2", "2024-Q4", "2025-Q1"]), (.year, ["2024", "2025"]),
  ])
  func periodsFollowTheCalendar(_ period: TermPeriod, _ names: [String]) throws {
    let document = try terms(.period, period)
    #expect(document.groups.map(\.name) == names)
    #expect(document.groups.reduce(0) { $0 + $1.posts } == 5 && document.ungrouped == 1)
  }

  @Test func themesAndConcernsNeedARun() throws {
    for grouping in [TermGrouping.theme, .concern] {
      #expect(throws: StoreError.self) { try terms(grouping) }
    }
  }

  @Test func concernsAreThoseOfTheRun() throws {
    let run = try SampleRun()
    var options = TermsOptions()
    options.grouping = .concern
    options.top = 8
    let document = try run.workspace.terms(options)
    let results = run.outcome.results
    #expect(document.groups.map(\.id) == results.concerns.map { Int($0.id.rawValue) })
    #expect(document.groups.map(\.name) == results.concerns.map(\.label))
    for group in document.groups {
      #expect(group.posts == results.assignments.count { Int($0.concern?.rawValue ?? 0) == group.id })
      #expect(
        group.terms.count <= 8 && group.terms.allSatisfy { ($0.lift ?? 0) >= 1 && $0.texts <= group.texts })
    }
    #expect(document.ungrouped == results.assignments.count { $0.concern == nil })
  }

  @Test func rowsAndThreadsDoNotMatter() throws {
    let lines = try ImportedTexts.corpusLines()
    var options = TermsOptions()
    options.grouping = .place
    let expected = try ImportedTexts.read(lines) { try $0.terms(options) }
    var random = SplitMix64(seed: 81)
    #expect(
      try ImportedTexts.read(lines.shuffled(using: &random), threadCount: 7) { try $0.terms(options) }
        == expected)
  }
}
