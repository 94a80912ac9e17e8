import MinyiAgenda
import MinyiModel
import Testing

struct AgendaRankerTests {
  private func randomTopics(_ random: inout RandomFacts, _ count: Int32) -> [TopicFacts] {
    (1...count).map { topic(random.opinions(), concern: $0) }
  }

  private func ranker(resamples: Int = 0) -> AgendaRanker {
    var ranker = AgendaRanker(profile: evenProfile(), departments: RandomFacts.departments)
    ranker.resamples = resamples
    return ranker
  }

  @Test func anUnrelatedConcernChangesNoOtherScore() {
    var random = RandomFacts(seed: 1)
    for _ in 0..<60 {
      var topics = randomTopics(&random, 6)
      let before = ranker().agenda(of: topics, in: everyColumn()).topics
      topics.append(topic(random.opinions(most: 40), concern: 99))
      let after = ranker().agenda(of: topics, in: everyColumn()).topics.filter { $0.concern.rawValue != 99 }
      #expect(before.map(\.concern) == after.map(\.concern))
      for (old, new) in zip(before, after) {
        #expect(
          old.score == new.score && old.criteria == new.criteria && old.route == new.route, "\(old) \(new)")
        #expect(new.rank == old.rank || new.rank == old.rank + 1)
      }
    }
  }

  @Test func theOrderIsTotalAndOfItsOwn() {
    var random = RandomFacts(seed: 2)
    for _ in 0..<40 {
      // Twins under several numbers: score and people tie, the smaller number goes first.
      var topics = randomTopics(&random, 5)
      topics += topics.map {
        TopicFacts(
          concern: ConcernID(rawValue: $0.concern.rawValue + 50), label: $0.label, theme: nil,
          opinions: $0.opinions)
      }
      for lens in Lens.allCases {
        var ranker = ranker(resamples: 8)
        ranker.lens = lens
        let expected = ranker.agenda(of: topics, in: everyColumn())
        let shuffled = ranker.agenda(of: topics.shuffled(using: &random.generator), in: everyColumn())
        #expect(expected == shuffled, "\(lens)")
        #expect(expected.topics.map(\.rank) == Array(1..<expected.topics.count + 1))
        for (a, b) in zip(expected.topics, expected.topics.dropFirst()) {
          func key(_ topic: Topic) -> Double {
            switch lens {
            case .top: 0
            case .rising: topic.value(of: .momentum) ?? 0
            case .lasting: topic.value(of: .persistence) ?? 0
            case .severe:
              (topic.value(of: .severity) ?? 0) * Double(topic.people) / Double(topic.people + 3)
            }
          }
          let isInOrder =
            key(a) != key(b)
            ? key(a) > key(b)
            : a.score != b.score
              ? a.score > b.score
              : [b.people, b.texts, b.posts, Int(a.concern.rawValue)].lexicographicallyPrecedes(
                [a.people, a.texts, a.posts, Int(b.concern.rawValue)])
          #expect(isInOrder, "\(lens): \(a) before \(b)")
        }
      }
    }
  }

  @Test func topicsOfFewPeopleAreLeftOut() {
    var random = RandomFacts(seed: 3)
    let topics = randomTopics(&random, 30)
    for least in [0, 1, 3, 8, 100] {
      var profile = evenProfile()
      profile.minimumPeople = least
      var ranker = AgendaRanker(profile: profile)
      ranker.resamples = 0
      let expected = Set(topics.filter { $0.peopleCount >= least }.map(\.concern))
      let found = ranker.agenda(of: topics, in: everyColumn())
      #expect(Set(found.topics.map(\.concern)) == expected)
      // The others are told, each with its reason.
      #expect(Set(found.leftOut.map(\.topic.concern)) == Set(topics.map(\.concern)).subtracting(expected))
      #expect(found.leftOut.allSatisfy { $0.isOfFewPeople && $0.reasons.count == 1 && $0.topic.rank == 0 })
    }
  }

  @Test func filtersLeaveOutWithAReasonEach() throws {
    // Twelve people in two places, 24 posts of six texts.
    let opinions = (people(12) + people(12)).enumerated().map { i, opinion in
      var opinion = opinion
      opinion.text = Int32(i % 6)
      opinion.place = Int32(i % 2)
      return opinion
    }
    func reasons(_ change: (inout TopicFilters) -> Void) throws -> [String] {
      var profile = evenProfile()
      change(&profile.filters)
      let found = AgendaRanker(profile: profile).agenda(of: [topic(opinions)], in: everyColumn())
      #expect(found.topics.count + found.leftOut.count == 1)
      return found.leftOut.first?.reasons.map(\.en) ?? []
    }
    #expect(try reasons { _ in }.isEmpty)
    #expect(try reasons { ($0.minimumTexts, $0.minimumPosts, $0.minimumPlaces) = (6, 24, 2) }.isEmpty)
    #expect(try reasons { $0.minimumTexts = 7 } == ["6 texts, the profile asks for 7"])
    #expect(try reasons { $0.minimumPosts = 25 } == ["24 posts, the profile asks for 25"])
    #expect(try reasons { $0.minimumPlaces = 3 } == ["2 places, the profile asks for 3"])
    #expect(try reasons { $0.minimumScore = 99 }.first?.contains("the profile asks for 99.00") == true)
    #expect(
      try reasons { $0.tiers = [.county, .town] } == ["tier committee, the profile wants county, town"])
    #expect(try reasons { ($0.minimumTexts, $0.tiers) = (9, [.town]) }.count == 2)
  }

  @Test func curvesTakeTheProfilesParameters() throws {
    var profile = evenProfile()
    profile.curves.reachFull = 10
    profile.curves.endorsementPerPost = 5
    profile.curves.momentumFewest = 3
    let opinions = people(10) { opinion, number in
      opinion.likes = 100
      opinion.day = 19_050 + Int32(number % 3)
    }
    let found = AgendaRanker(profile: profile).agenda(of: [topic(opinions)], in: everyColumn())
    let top = try #require(found.topics.first)
    #expect(top.value(of: .reach) == 1)
    #expect(top.criteria.first { $0.name == .endorsement }?.measure.raw == 50)
    let four = AgendaRanker(profile: profile).agenda(
      of: [topic(Array(opinions.prefix(4)))], in: everyColumn())
    #expect(four.topics.first?.criteria.first { $0.name == .momentum }?.measure.isKnown == true)
    let usual = agenda(Array(opinions.prefix(4)))
    #expect(usual.topics.first?.criteria.first { $0.name == .momentum }?.measure.isKnown == false)
  }

  @Test func theRisingLensShowsGrowingTopicsOnly() {
    let rising = people(12) { opinion, _ in opinion.day = 19_000 + 50 }
    let steady = people(24) { $0.day = $1 < 12 ? 19_050 : 18_950 }
    let growing = people(18) { $0.day = $1 < 13 ? 19_050 : 18_950 }
    var ranker = ranker()
    ranker.lens = .rising
    let topics = [topic(steady, concern: 1), topic(growing, concern: 2), topic(rising, concern: 3)]
    let found = ranker.agenda(of: topics, in: everyColumn()).topics
    #expect(found.map(\.concern.rawValue) == [3, 2])
  }

  @Test func countsOfATopicAreTakenApart() throws {
    // Three people; one of them posts twice, the second time in the words of another.
    var opinions = people(3)
    opinions.append(opinions[0])
    opinions[3].text = 1
    let found = try #require(agenda(opinions).topics.first)
    #expect([found.people, found.texts, found.posts] == [3, 3, 4])
  }

  @Test func noTopicsAndNoWeightsMakeAnEmptyOrEvenAgenda() {
    #expect(ranker(resamples: 5).agenda(of: [], in: everyColumn()).topics.isEmpty)
    var profile = evenProfile()
    profile.weights = [:]
    let found = AgendaRanker(profile: profile).agenda(
      of: [topic(people(2), concern: 2), topic(people(9), concern: 1), topic(people(2), concern: 3)],
      in: everyColumn())
    #expect(found.topics.map(\.score) == [0, 0, 0])
    #expect(found.topics.map(\.concern.rawValue) == [1, 2, 3])
  }
}
