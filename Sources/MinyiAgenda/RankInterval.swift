import MinyiModel

/// How far the ranks move when other people of the same concerns had written: a bootstrap over people.
///
/// In each resample every person counts, with all their opinions, as often as a Poisson number of mean 1 says (the
/// bootstrap of a sample whose size is itself by chance); the interval holds the middle 90 % of the ranks. Source:
/// Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), the percentile interval; for ranks: Goldstein
/// and Spiegelhalter, J. R. Statist. Soc. A 159 (1996). Seeded.
struct RankInterval {
  var resamples: Int
  var list: TopicList
  var seed: UInt64 = 20_240_101
  var threads: ParallelChunks

  /// Resamples drawn at a time by one thread.
  private static let chunkSize = 5

  /// The interval of each topic's rank, in order. O(resamples × opinions of the topics).
  func intervals(of topics: ArraySlice<TopicFacts>, key: @Sendable (TopicFacts) -> RankKey) -> [ClosedRange<
    Int
  >] {
    let topics = Array(topics)
    let people = topics.map { opinionsByPerson($0) }
    let orders = threads.map(count: resamples, chunkSize: RankInterval.chunkSize) { range in
      range.map { order(of: topics, people, sample: $0, key) }
    }
    var ranks = [[Int]](repeating: [], count: topics.count)
    for order in orders.joined() { for (rank, i) in order.enumerated() { ranks[i].append(rank + 1) } }
    return ranks.map { ranks in
      let sorted = ranks.sorted()
      let cut = sorted.count / 20
      return sorted[cut]...sorted[sorted.count - 1 - cut]
    }
  }

  /// The topics in the order of one resample.
  private func order(
    of topics: [TopicFacts], _ people: [[[OpinionFacts]]], sample: Int, _ key: (TopicFacts) -> RankKey
  ) -> [Int] {
    let keys = topics.indices.map { i in
      var random = SplitMix64(
        seed: seed &+ UInt64(sample) &* 1_000_003 &+ UInt64(topics[i].concern.rawValue))
      var facts = topics[i]
      facts.opinions = []
      facts.opinions.reserveCapacity(topics[i].opinions.count * 5 / 4)
      var drawn: Int32 = 0
      for person in people[i] {
        // A person drawn twice counts as two people: the number of the draw is the person's.
        for _ in 0..<random.nextPoisson() {
          for var opinion in person {
            opinion.person = drawn
            facts.opinions.append(opinion)
          }
          drawn += 1
        }
      }
      return key(facts)
    }
    let sorted = topics.indices.sorted { keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1 }
    return list.arranged(sorted) { topics[$0].theme?.rawValue }
  }

  /// Each person's opinions; people in the order of their first opinion.
  private func opinionsByPerson(_ topic: TopicFacts) -> [[OpinionFacts]] {
    var positions: [Int64: Int] = [:]
    var people: [[OpinionFacts]] = []
    for opinion in topic.opinions {
      if let position = positions[opinion.voice] {
        people[position].append(opinion)
      } else {
        positions[opinion.voice] = people.count
        people.append([opinion])
      }
    }
    return people
  }
}

extension SplitMix64 {
  /// A Poisson number of mean 1 (Knuth's product method).
  fileprivate mutating func nextPoisson() -> Int {
    var product = nextUnit()
    var count = 0
    while product > 0.367_879_441_171_442_33 {
      product *= nextUnit()
      count += 1
    }
    return count
  }
}
