public import MinyiModel

/// Turns concerns into an agenda: measures, weighs, orders, routes.
public struct AgendaRanker: Sendable {
  /// Weights, curves, filters and the length of the list.
  public let profile: Profile
  /// What topics are ordered by; `rising` also keeps off those that do not grow.
  public var lens = Lens.top
  /// Resamples of people behind the rank interval; 0 leaves it out.
  public var resamples = 200
  /// Topics that get a rank interval, from the first.
  public var resampledTopics = 60
  /// Threads that may work at once. No result depends on it.
  public var threads = ParallelChunks(threadCount: 1)

  private static let chunkSize = 64

  let criteria: [any Criterion]
  private let persistence: Persistence
  private let router: Router

  /// Draws of weights behind the share; 0 leaves it out.
  public var weightDraws = 200

  /// A ranker by `profile`; `departments` are those that `TextSignals.departments` numbers.
  public init(profile: Profile, departments: [Department] = []) {
    self.profile = profile
    router = Router(departments: departments)
    let curves = profile.curves
    persistence = Persistence(
      half: curves.persistenceHalf, silentMonths: Int(curves.silentMonths), replyDays: Int32(curves.replyDays)
    )
    criteria = [
      Reach(full: curves.reachFull), Spread(), persistence, Momentum(fewest: Int(curves.momentumFewest)),
      Endorsement(full: curves.endorsementFull, mostPerPost: Int(curves.endorsementPerPost)), Severity(),
      Actionability(half: curves.actionabilityHalf), Deliberation(fewest: Int(curves.deliberationFewest)),
    ]
  }

  /// The agenda of `topics`. The order is total: by score (or the lens's criterion), then people, texts, posts, concern.
  public func agenda(of topics: [TopicFacts], in collection: CollectionFacts) -> Agenda {
    // 1. which criteria the columns allow
    let (usable, dropped) = split(collection)
    let totalWeight = usable.reduce(0) { $0 + (profile.weights[$1.name] ?? 0) }
    // 2. measure and order
    let measured = threads.map(count: topics.count, chunkSize: AgendaRanker.chunkSize) { range in
      range.map { (facts: topics[$0], topic: topic(topics[$0], usable, totalWeight, collection)) }
    }.flatMap { $0 }.sorted { isBefore($0.topic, $1.topic) }
    // 3. who is considered
    var considered: [(facts: TopicFacts, topic: Topic)] = []
    var leftOut: [LeftOut] = []
    for entry in measured {
      let reasons = reasonsAgainst(entry.topic, entry.facts)
      if reasons.isEmpty {
        considered.append(entry)
      } else {
        leftOut.append(
          LeftOut(
            topic: entry.topic, reasons: reasons, isOfFewPeople: entry.topic.people < profile.minimumPeople))
      }
    }
    leftOut.sort { ($1.topic.score, $0.topic.concern) < ($0.topic.score, $1.topic.concern) }
    let order = list.arranged(Array(considered.indices)) { considered[$0].topic.theme?.rawValue }
    let ranked = order.map { considered[$0] }
    // 4. ranks, and how sure they are
    var result = ranked.map(\.topic)
    for i in result.indices {
      (result[i].rank, result[i].rankLow, result[i].rankHigh) = (i + 1, i + 1, i + 1)
    }
    if resamples > 0 { resample(&result, ranked.map(\.facts), usable, totalWeight, collection) }
    if weightDraws > 0 {
      let shares = WeightDraws(draws: weightDraws, list: list, threads: threads).shares(
        of: result, lens: lens)
      for (i, share) in shares.enumerated() { result[i].keptShare = share }
    }
    for i in result.indices { result[i].flags = flags(result[i]) }
    return Agenda(
      profile: profile.name, lens: lens, first: profile.first, rule: profile.rule, topics: result,
      leftOut: leftOut, dropped: dropped)
  }

  private var list: TopicList { TopicList(count: profile.first, quota: profile.themeQuota) }

  /// By the lens's key, then people, texts, posts; the smaller number first.
  private func isBefore(_ a: Topic, _ b: Topic) -> Bool {
    let (left, right) = (key(a), key(b))
    if left != right { return left > right }
    return (b.people, b.texts, b.posts, a.concern) < (a.people, a.texts, a.posts, b.concern)
  }

  /// Why the profile or the lens keeps a topic off; empty where they do not.
  private func reasonsAgainst(_ topic: Topic, _ facts: TopicFacts) -> [Wording] {
    let places = profile.filters.minimumPlaces > 0 ? Set(facts.opinions.compactMap(\.place)).count : 0
    var reasons = profile.filters.reasons(
      against: topic, minimumPeople: profile.minimumPeople, places: places)
    if lens == .rising, (topic.value(of: .momentum) ?? 0) < Lens.leastMomentum {
      reasons.append(
        Wording(
          "近期走势不足 \(decimal(Lens.leastMomentum, 1))，不在上升视角内",
          "momentum below \(decimal(Lens.leastMomentum, 1)): not in the lens of rising topics"))
    }
    return reasons
  }

  /// Rank intervals of the first topics.
  private func resample(
    _ topics: inout [Topic], _ facts: [TopicFacts], _ usable: [any Criterion], _ totalWeight: Double,
    _ collection: CollectionFacts
  ) {
    let count = min(resampledTopics, facts.count)
    let interval = RankInterval(resamples: resamples, list: list, threads: threads)
    let intervals = interval.intervals(of: facts.prefix(count)) {
      let facts = $0
      let scores = scores(facts, usable, totalWeight, collection)
      let value = lens.criterion.flatMap { name in scores.first { $0.name == name }?.measure.value }
      return RankKey(
        first: value.map { lens.key($0, people: facts.peopleCount) } ?? 0,
        second: scores.reduce(0) { $0 + $1.points })
    }
    for (i, interval) in intervals.enumerated() {
      topics[i].rankLow = min(interval.lowerBound, topics[i].rank)
      topics[i].rankHigh = max(interval.upperBound, topics[i].rank)
    }
  }

  /// The flags with those that follow from rank and shares.
  private func flags(_ topic: Topic) -> [TopicFlag] {
    var flags = Set(topic.flags)
    let isListed = topic.rank <= profile.first
    let share = topic.keptShare ?? (isListed ? 1 : 0)
    let moves = isListed ? topic.rankHigh > profile.first : topic.rankLow <= profile.first
    if moves || (isListed ? share < 0.8 : share > 0.2) { flags.insert(.unsure) }
    if resamples > 0, topic.rank > resampledTopics { flags.insert(.notResampled) }
    return TopicFlag.allCases.filter { flags.contains($0) }
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
    let people = facts.peopleCount
    let (posting, busiest) = Posting.of(facts)
    return Topic(
      rank: 0, rankLow: 0, rankHigh: 0, keptShare: nil, concern: facts.concern, label: facts.label,
      theme: facts.theme, score: scores.reduce(0) { $0 + $1.points }, people: people, texts: facts.textCount,
      posts: facts.postCount, posting: posting, busiest: busiest,
      flags: TopicFlag.flags(
        of: facts, posting: posting, people: people, in: collection, returns: persistence.returns(of: facts)),
      gathering: profile.rule?.finding(for: facts), route: router.route(facts, in: collection),
      criteria: scores)
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
  func key(_ topic: Topic) -> RankKey {
    RankKey(first: lens.key(of: topic), second: topic.score)
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
