import MinyiAgenda
import MinyiModel
import Testing

struct WeightDrawsTests {
  private func agenda(_ topics: [TopicFacts], first: Int, quota: Int? = nil, lens: Lens = .top) -> [Topic] {
    var profile = evenProfile()
    profile.first = first
    profile.themeQuota = quota
    var ranker = AgendaRanker(profile: profile)
    ranker.lens = lens
    ranker.resamples = 0
    return ranker.agenda(of: topics, in: everyColumn()).topics
  }

  private func themed(_ facts: TopicFacts, _ theme: Int32) -> TopicFacts {
    var facts = facts
    facts.theme = ThemeID(rawValue: theme)
    return facts
  }

  @Test func sharesFillTheListInEveryDraw() {
    var random = RandomFacts(seed: 1)
    for _ in 0..<20 {
      let topics = (1...15).map { themed(topic(random.opinions(), concern: $0), $0 % 3) }
      for (first, quota) in [(1, nil), (4, nil), (6, 2), (9, 1), (15, nil), (40, 3)] as [(Int, Int?)] {
        let found = agenda(topics, first: first, quota: quota)
        let sum = found.reduce(0) { $0 + ($1.keptShare ?? -9) }
        #expect(abs(sum - Double(min(first, 15))) < 1e-9, "\(first), \(quota ?? 0): \(sum)")
        #expect(found.allSatisfy { (0...1).contains($0.keptShare ?? -1) })
        #expect(found == agenda(topics.reversed(), first: first, quota: quota))
      }
    }
  }

  @Test func whoIsAheadInEveryCriterionStaysInMoreDraws() {
    var random = RandomFacts(seed: 2)
    var compared = 0
    for _ in 0..<40 {
      let found = agenda((1...12).map { topic(random.opinions(), concern: $0) }, first: 4)
      for a in found {
        for b in found where a.concern != b.concern {
          let isAhead =
            a.rank < b.rank && zip(a.criteria, b.criteria).allSatisfy { $0.measure.value >= $1.measure.value }
          if isAhead {
            #expect((a.keptShare ?? 0) >= (b.keptShare ?? 1), "\(a) \(b)")
            compared += 1
          }
        }
      }
    }
    #expect(compared > 0)
  }

  @Test func aTopicThatLivesByOneWeightIsUnsureAndFlagged() throws {
    // The last but one of the list and the first behind it differ in what they are good at, hardly in their scores.
    let grave = people(6) { opinion, _ in opinion.signals.severity = 3 }
    let liked = people(6) { opinion, _ in opinion.likes = 166 }
    let clear = people(60) { opinion, _ in
      opinion.signals.severity = 3
      opinion.likes = 200
    }
    let found = agenda(
      [topic(clear, concern: 1), topic(grave, concern: 2), topic(liked, concern: 3)], first: 2)
    #expect(found.map(\.concern.rawValue).first == 1 && found[0].keptShare == 1)
    for topic in found.dropFirst() {
      #expect((0.2...0.8).contains(try #require(topic.keptShare)), "\(topic)")
      #expect(topic.flags.contains(.unsure))
    }
    #expect(!found[0].flags.contains(.unsure))
  }

  @Test func aThemeHasItsQuotaOnTheListOnly() {
    // Concern n has 30 - n people: the order by score is 1, 2, 3, …
    let topics = (1...9).map { themed(topic(people(30 - Int($0)), concern: $0), $0 <= 6 ? 1 : 2) }
    func order(_ first: Int, _ quota: Int?) -> [Int32] {
      agenda(topics, first: first, quota: quota).map(\.concern.rawValue)
    }
    #expect(order(4, nil) == Array(1...9))
    #expect(order(4, 2) == [1, 2, 7, 8, 3, 4, 5, 6, 9])
    // Too few themes for the list: it goes on by score.
    #expect(order(6, 1) == [1, 7, 2, 3, 4, 5, 6, 8, 9])
    // A topic without a theme has no quota.
    let plain = (1...4).map { topic(people(30 - Int($0)), concern: $0) }
    #expect(agenda(plain, first: 2, quota: 1).map(\.concern.rawValue) == [1, 2, 3, 4])
  }
}
