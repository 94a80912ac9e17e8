import MinyiAgenda
import MinyiModel
import Testing

struct RankIntervalTests {
  private func agenda(_ topics: [TopicFacts], resamples: Int = 200, topicsResampled: Int = 60) -> [Topic] {
    var ranker = AgendaRanker(profile: evenProfile())
    ranker.resamples = resamples
    ranker.resampledTopics = topicsResampled
    return ranker.agenda(of: topics, in: everyColumn()).topics
  }

  @Test func boundsHoldTheRankAndLieWithinTheList() {
    var random = RandomFacts(seed: 1)
    for _ in 0..<10 {
      let topics = (1...12).map { topic(random.opinions(), concern: $0) }
      let found = agenda(topics, resamples: 60)
      for topic in found {
        #expect(1 <= topic.rankLow && topic.rankLow <= topic.rank, "\(topic)")
        #expect(topic.rank <= topic.rankHigh && topic.rankHigh <= 12, "\(topic)")
      }
      #expect(found == agenda(topics, resamples: 60))
      #expect(found.contains { $0.rankLow < $0.rankHigh })
    }
  }

  @Test func aClearLeaderHasANarrowIntervalAndEqualsHaveWideOnes() throws {
    // One concern of 120 grave voices; eight of six voices each, alike to the last column.
    let leader = topic(people(120) { opinion, _ in opinion.signals.severity = 3 }, concern: 1)
    let others = (2...9).map { concern in topic(people(6) { $0.signals.severity = $1 % 3 }, concern: concern)
    }
    let found = agenda([leader] + others)
    let first = try #require(found.first)
    #expect([first.concern.rawValue, Int32(first.rankLow), Int32(first.rankHigh)] == [1, 1, 1])
    for topic in found.dropFirst() {
      #expect(topic.rankLow >= 2 && topic.rankHigh - topic.rankLow >= 5, "\(topic)")
    }
  }

  @Test func morePeopleMakeTheRankSurer() {
    // Three concerns whose mean gravity differs a little: among few people chance, among many not.
    func width(_ count: Int) -> Int {
      let topics = (1...3).map { concern in
        topic(
          people(count) { $0.signals.severity = ($1 % 10) < 3 + 2 * Int(concern) ? 3 : 0 }, concern: concern)
      }
      return agenda(topics).reduce(0) { $0 + $1.rankHigh - $1.rankLow }
    }
    #expect(width(1000) == 0)
    #expect(width(10) > 0)
  }

  @Test func oneAuthorsPostsStandOrFallTogether() {
    // All of one person's posts: drawn or not, the topic's people never spread.
    let single = topic([OpinionFacts](repeating: people(1)[0], count: 30), concern: 1)
    let many = topic(people(30), concern: 2)
    let found = agenda([single, many])
    #expect(found.map(\.concern.rawValue) == [2, 1])
    #expect(found.allSatisfy { $0.rankLow == $0.rank && $0.rankHigh == $0.rank })
  }

  @Test func topicsBeyondTheResampledOnesKeepTheirRank() {
    let topics = (1...6).map { topic(people(5), concern: $0) }
    let found = agenda(topics, topicsResampled: 3)
    #expect(found.prefix(3).contains { $0.rankLow < $0.rankHigh })
    #expect(found.prefix(3).allSatisfy { $0.rankHigh <= 3 })
    #expect(found.dropFirst(3).allSatisfy { $0.rankLow == $0.rank && $0.rankHigh == $0.rank })
    #expect(agenda(topics, resamples: 0).allSatisfy { $0.rankLow == $0.rank && $0.rankHigh == $0.rank })
  }
}
