import MinyiAgenda
import MinyiModel

/// A collection of three years that has every column, its volume the same in every quarter.
func everyColumn(windowCounts: [Int] = [100, 100, 100, 100, 100]) -> CollectionFacts {
  var collection = CollectionFacts()
  collection.hasAuthors = true
  collection.hasPlaces = true
  collection.hasTimes = true
  collection.hasLikes = true
  collection.firstDay = 18_000
  collection.lastDay = 19_095
  collection.windowCounts = windowCounts
  return collection
}

/// A profile with the same weight for every criterion that leaves out no topic.
func evenProfile() -> Profile {
  Profile(
    name: "even", label: Wording("", ""),
    weights: Dictionary(uniqueKeysWithValues: CriterionName.allCases.map { ($0, 1) }), minimumPeople: 0)
}

/// A topic of `opinions`.
func topic(_ opinions: [OpinionFacts], concern: Int32 = 1) -> TopicFacts {
  TopicFacts(concern: ConcernID(rawValue: concern), label: "议题 \(concern)", theme: nil, opinions: opinions)
}

/// The agenda of one topic, without rank intervals.
func agenda(
  _ opinions: [OpinionFacts], in collection: CollectionFacts = everyColumn(), departments: [Department] = []
) -> Agenda {
  var ranker = AgendaRanker(profile: evenProfile(), departments: departments)
  ranker.resamples = 0
  return ranker.agenda(of: [topic(opinions)], in: collection)
}

/// One criterion's measure of a topic of `opinions`, or nil where the criterion was dropped.
func measure(
  _ name: CriterionName, of opinions: [OpinionFacts], in collection: CollectionFacts = everyColumn()
) -> Measure? {
  agenda(opinions, in: collection).topics.first?.criteria.first { $0.name == name }?.measure
}

/// `count` opinions of as many people, each with a text of their own, changed by `change`.
func people(_ count: Int, from first: Int = 0, _ change: (inout OpinionFacts, Int) -> Void = { _, _ in })
  -> [OpinionFacts]
{
  (first..<first + count).map { number in
    var opinion = OpinionFacts(text: Int32(number), similarity: 0.5)
    opinion.person = Int32(number)
    change(&opinion, number)
    return opinion
  }
}

/// Seeded random opinions, any column of which may be missing.
struct RandomFacts {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  static let departments = (0..<3).map { Department(name: "部门 \($0)", isTown: false, terms: ["词 \($0)"]) }

  private mutating func maybe(_ bound: Int) -> Int32? {
    generator.next(below: 4) == 0 ? nil : Int32(generator.next(below: bound))
  }

  mutating func opinion() -> OpinionFacts {
    var signals = TextSignals()
    signals.severity = generator.next(below: 4)
    signals.severityWords = signals.severity > 0 ? ["重词 \(signals.severity)"] : []
    signals.requests = generator.next(below: 2) == 0 ? [] : ["请尽快"]
    signals.isFor = generator.next(below: 4) == 0
    signals.isAgainst = generator.next(below: 4) == 0
    signals.departments = (0..<3).filter { _ in generator.next(below: 3) == 0 }
    signals.departmentTerms = signals.departments.map { "词 \($0)" }
    var opinion = OpinionFacts(
      text: Int32(generator.next(below: 12)), similarity: Float(generator.nextUnit()), signals: signals)
    opinion.person = maybe(10)
    opinion.day = maybe(1096).map { 18_000 + $0 }
    opinion.place = maybe(5)
    opinion.likes = maybe(400)
    opinion.dislikes = maybe(100)
    opinion.replyDay = generator.next(below: 3) == 0 ? opinion.day.map { $0 + 20 } : nil
    return opinion
  }

  mutating func opinions(most: Int = 15) -> [OpinionFacts] {
    (0..<1 + generator.next(below: most)).map { _ in opinion() }
  }
}
