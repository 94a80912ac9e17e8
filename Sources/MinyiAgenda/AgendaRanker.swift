public import MinyiModel

/// Turns concerns into an agenda: measures, weighs, orders, routes.
public struct AgendaRanker: Sendable {
  public var profile: Profile
  public var lens = Lens.top
  /// Resamples of people behind the rank interval; 0 leaves it out.
  public var resamples = 200
  /// Topics that get a rank interval, from the first.
  public var resampledTopics = 60
  /// Threads that may work at once. No result depends on it.
  public var threads = ParallelChunks(threadCount: 1)

  private static let chunkSize = 64

  private let criteria: [any Criterion]
  private let router: Router

  public init(profile: Profile, departments: [Department] = []) {
    self.profile = profile
    router = Router(departments: departments)
    criteria = [
      Reach(), Spread(), Persistence(), Momentum(), Endorsement(), Severity(), Actionability(),
      Deliberation(),
    ]
  }

  /// The agenda of `topics`. The order is total: by score (or the lens's criterion), then people, then concern.
  public func agenda(of topics: [TopicFacts], in collection: CollectionFacts) -> Agenda {
    // 1. which criteria the columns allow
    let (usable, dropped) = split(collection)
    let totalWeight = usable.reduce(0) { $0 + (profile.weights[$1.name] ?? 0) }
    // 2. who is considered
    let considered = topics.filter { $0.peopleCount >= profile.minimumPeople }
    // 3. measure and order
    var ranked = threads.map(count: considered.count, chunkSize: AgendaRanker.chunkSize) { range in
      range.map { (facts: considered[$0], topic: topic(considered[$0], usable, totalWeight, collection)) }
    }.flatMap { $0 }
    if lens == .rising { ranked.removeAll { ($0.topic.value(of: .momentum) ?? 0) < 0.5 } }
    ranked.sort { a, b in
      let (left, right) = (key(a.topic), key(b.topic))
      if left != right { return left > right }
      return (b.topic.people, a.topic.concern) < (a.topic.people, b.topic.concern)
    }
    // 4. ranks, and how sure they are
    for i in ranked.indices {
      ranked[i].topic.rank = i + 1
      ranked[i].topic.rankLow = i + 1
      ranked[i].topic.rankHigh = i + 1
    }
    var result = ranked.map(\.topic)
    if resamples > 0 {
      let count = min(resampledTopics, ranked.count)
      let intervals = RankInterval(resamples: resamples, threads: threads).intervals(
        of: ranked.prefix(count).map(\.facts)
      ) {
        let scores = scores($0, usable, totalWeight, collection)
        return RankKey(
          first: lens.criterion.flatMap { name in scores.first { $0.name == name }?.measure.value } ?? 0,
          second: scores.reduce(0) { $0 + $1.points })
      }
      for (i, interval) in intervals.enumerated() {
        result[i].rankLow = min(interval.lowerBound, result[i].rank)
        result[i].rankHigh = max(interval.upperBound, result[i].rank)
      }
    }
    return Agenda(profile: profile.name, lens: lens, topics: result, dropped: dropped)
  }

  private func split(_ collection: CollectionFacts) -> (usable: [any Criterion], dropped: [DroppedCriterion])
  {
    var usable: [any Criterion] = []
    var dropped: [DroppedCriterion] = []
    for criterion in criteria {
      if let reason = criterion.obstacle(in: collection) {
        dropped.append(DroppedCriterion(name: criterion.name, reason: reason))
      } else {
        usable.append(criterion)
      }
    }
    return (usable, dropped)
  }

  private func topic(
    _ facts: TopicFacts, _ usable: [any Criterion], _ totalWeight: Double, _ collection: CollectionFacts
  ) -> Topic {
    let scores = scores(facts, usable, totalWeight, collection)
    return Topic(
      rank: 0, rankLow: 0, rankHigh: 0, concern: facts.concern, label: facts.label, theme: facts.theme,
      score: scores.reduce(0) { $0 + $1.points }, people: facts.peopleCount, texts: facts.textCount,
      posts: facts.postCount, route: router.route(facts), criteria: scores)
  }

  private func scores(
    _ facts: TopicFacts, _ usable: [any Criterion], _ totalWeight: Double, _ collection: CollectionFacts
  ) -> [CriterionScore] {
    usable.map { criterion in
      let measure = criterion.measure(facts, in: collection)
      let weight = profile.weights[criterion.name] ?? 0
      let points = totalWeight > 0 ? 100 * weight * measure.value / totalWeight : 0
      return CriterionScore(name: criterion.name, measure: measure, weight: weight, points: points)
    }
  }

  /// What the lens orders by: its criterion first, the score within it.
  private func key(_ topic: Topic) -> RankKey {
    RankKey(first: lens.criterion.flatMap { topic.value(of: $0) } ?? 0, second: topic.score)
  }
}

/// What topics are ordered by: the lens's criterion (0 where it has none), then the score.
struct RankKey: Comparable {
  var first: Double
  var second: Double

  static func < (a: RankKey, b: RankKey) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

extension Topic {
  /// The criterion's value in 0...1, or nil where it was dropped.
  public func value(of name: CriterionName) -> Double? { criteria.first { $0.name == name }?.measure.value }
}
