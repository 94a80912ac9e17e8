import MinyiAgenda
import MinyiModel
import Testing

struct ChangeJudgeTests {
  private let now = DayRange("2025-01..2025-03")
  private let before = DayRange("2024-01..2024-03")

  /// A concern with one post of a person each on `days`.
  private func change(_ concern: Int32, on days: [String]) throws -> TopicChange {
    let days = try days.map { try #require(DayRange($0)).first }
    let opinions = people(days.count) { opinion, number in opinion.day = days[number] }
    return TopicChange(
      topic(opinions, concern: concern), now: try #require(now), before: try #require(before))
  }

  private func days(_ day: String, _ count: Int) -> [String] { Array(repeating: day, count: count) }

  private func judge() -> ChangeJudge {
    ChangeJudge(now: CaseCounts(people: 400, posts: 500), before: CaseCounts(people: 400, posts: 450))
  }

  @Test func everyKindIsTold() throws {
    let changes = [
      try change(1, on: days("2025-02-01", 30) + days("2024-02-01", 5)),
      try change(2, on: days("2025-02-01", 4) + days("2024-02-01", 28)),
      try change(3, on: days("2025-01-01", 9)),
      try change(4, on: days("2025-03-31", 6) + days("2023-12-31", 2)),
      try change(5, on: days("2024-03-31", 6)),
      try change(6, on: days("2025-02-01", 10) + days("2024-02-01", 9)),
      try change(7, on: days("2025-02-01", 2) + days("2024-02-01", 1)),
      // In neither period.
      try change(8, on: days("2022-02-01", 9)),
      // Heard between the two: it did not return, there are too few cases or it rose.
      try change(9, on: days("2025-02-01", 3) + days("2024-08-01", 3)),
      try change(10, on: days("2025-02-01", 20) + days("2024-08-01", 3)),
    ]
    let judged = judge().judged(changes)
    let kinds = Dictionary(uniqueKeysWithValues: judged.map { ($0.concern.rawValue, $0.kind) })
    #expect(
      kinds == [
        1: .risen, 2: .fallen, 3: .new, 4: .returned, 5: .gone, 6: .steady, 7: .unknown, 9: .unknown,
        10: .risen,
      ])
    #expect(judged.map(\.concern.rawValue) == [1, 10, 3, 4, 2, 5, 6, 9, 7])
    // The order of concerns does not matter, nor do threads.
    var threaded = judge()
    threaded.threads = ParallelChunks(threadCount: 3)
    #expect(threaded.judged(changes.reversed()) == judged)
  }

  @Test func aPersonsManyPostsAreOneCase() throws {
    let day = try #require(DayRange("2025-02-01")).first
    let opinions = people(40) { opinion, number in
      opinion.person = 7
      opinion.day = day
    }
    let counts = CaseCounts(opinions, within: now)
    #expect(counts == CaseCounts(people: 1, posts: 40))
    #expect(CaseCounts(opinions, within: before) == CaseCounts())
    #expect(CaseCounts(opinions, within: nil) == counts)
  }

  @Test func noiseIsRarelyTakenForAChange() {
    // 2,000 concerns of which none changed: each person falls into one of the periods by a coin.
    var generator = SplitMix64(seed: 3)
    let changes = (1...2000).map { concern in
      let now = (0..<12).count { _ in generator.next(below: 2) == 0 }
      return TopicChange(
        concern: ConcernID(rawValue: Int32(concern)), label: "", theme: nil,
        now: CaseCounts(people: now, posts: now), before: CaseCounts(people: 12 - now, posts: 12 - now))
    }
    let judged = ChangeJudge(
      now: CaseCounts(people: 12_000, posts: 12_000), before: CaseCounts(people: 12_000, posts: 12_000)
    )
    .judged(changes)
    #expect(judged.count { $0.kind == .risen || $0.kind == .fallen } <= 2)
  }
}
