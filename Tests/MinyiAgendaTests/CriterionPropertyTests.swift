import MinyiAgenda
import MinyiModel
import Testing

/// What holds for every criterion, over random topics.
struct CriterionPropertyTests {
  /// `opinions`, written `times` times over by other people in other words.
  private func crowd(_ opinions: [OpinionFacts], _ times: Int32) -> [OpinionFacts] {
    (0..<times).flatMap { round in
      opinions.map { opinion in
        var opinion = opinion
        opinion.person = opinion.person.map { $0 + 1000 * round }
        opinion.text += 1000 * round
        return opinion
      }
    }
  }

  private func criteria(_ opinions: [OpinionFacts]) throws -> (
    scores: [CriterionScore], score: Double, departments: Int
  ) {
    let agenda = agenda(opinions, departments: RandomFacts.departments)
    let topic = try #require(agenda.topics.first)
    return (topic.criteria, topic.score, topic.route.departments.count)
  }

  @Test func morePeopleNeverLowerACriterionElseEqual() throws {
    var random = RandomFacts(seed: 1)
    for _ in 0..<400 {
      let opinions = random.opinions()
      let few = try criteria(opinions)
      let many = try criteria(crowd(opinions, 2 + Int32(random.generator.next(below: 3))))
      for (before, after) in zip(few.scores, many.scores) {
        // A department that one voice points to may become one that counts, and more departments are harder to
        // act on: then not all else is equal.
        if before.name == .actionability, few.departments != many.departments { continue }
        #expect(after.measure.value >= before.measure.value - 1e-12, "\(before.name): \(opinions)")
      }
      if few.departments == many.departments { #expect(many.score >= few.score - 1e-9, "\(opinions)") }
    }
  }

  /// Whoever they are and whatever they say, but for naming another department.
  @Test func whoeverJoinsTakesNothingFromReachActionabilityAndEndorsement() throws {
    var random = RandomFacts(seed: 6)
    var compared = 0
    for _ in 0..<600 {
      let opinions = random.opinions()
      var joining = random.opinion()
      (joining.person, joining.text) = (500, 500)
      let (before, after) = (try criteria(opinions), try criteria(opinions + [joining]))
      for (old, new) in zip(before.scores, after.scores) {
        if old.name == .actionability {
          if before.departments != after.departments { continue }
          compared += 1
        } else if ![.reach, .endorsement].contains(old.name) {
          continue
        }
        #expect(new.measure.value >= old.measure.value, "\(old.name): \(joining) to \(opinions)")
      }
    }
    #expect(compared > 300)
  }

  @Test func everyMeasureRestsOnOpinionsOfItsTopic() throws {
    var random = RandomFacts(seed: 7)
    for _ in 0..<100 {
      var opinions = random.opinions()
      for i in opinions.indices { opinions[i].opinion = OpinionID(rawValue: Int64(900 - i)) }
      for score in try criteria(opinions).scores {
        let ids = score.measure.evidence
        #expect(ids == ids.sorted() && Set(ids).isSubset(of: Set(opinions.compactMap(\.opinion))))
        if [.severity, .reach, .endorsement].contains(score.name), score.measure.value > 0 {
          #expect(!ids.isEmpty, "\(score)")
        }
      }
    }
  }

  @Test func aDuplicateByTheSameAuthorNeverRaisesReach() throws {
    var random = RandomFacts(seed: 2)
    for _ in 0..<400 {
      let opinions = random.opinions()
      var copy = opinions[random.generator.next(below: opinions.count)]
      let reach = try #require(measure(.reach, of: opinions))
      #expect(measure(.reach, of: opinions + [copy]).map { $0.raw } == reach.raw, "\(copy) in \(opinions)")
      // The same author in other words.
      if copy.person != nil {
        copy.text = 99
        #expect(measure(.reach, of: opinions + [copy])?.value == reach.value, "\(copy) in \(opinions)")
      }
    }
  }

  @Test func valuesStayWithinTheirBoundsAndPointsAddUp() throws {
    var random = RandomFacts(seed: 3)
    for _ in 0..<300 {
      var profile = evenProfile()
      for name in CriterionName.allCases {
        profile.weights[name] = random.generator.next(below: 4) == 0 ? nil : random.generator.nextUnit() * 5
      }
      var ranker = AgendaRanker(profile: profile)
      ranker.resamples = 0
      let topics = (1...4).map { topic(random.opinions(), concern: $0) }
      for topic in ranker.agenda(of: topics, in: everyColumn()).topics {
        let total = topic.criteria.reduce(0) { $0 + $1.weight }
        #expect(topic.score >= 0 && topic.score <= 100 + 1e-9, "\(topic)")
        #expect(abs(topic.criteria.reduce(0) { $0 + $1.points } - topic.score) < 1e-9, "\(topic)")
        for score in topic.criteria {
          #expect((0...1).contains(score.measure.value), "\(score)")
          #expect(score.weight == profile.weights[score.name] ?? 0)
          let points = total > 0 ? 100 * score.weight * score.measure.value / total : 0
          #expect(abs(score.points - points) < 1e-9, "\(score)")
        }
      }
    }
  }

  @Test func theOrderOfOpinionsDoesNotMatter() throws {
    var random = RandomFacts(seed: 4)
    for _ in 0..<300 {
      let opinions = random.opinions()
      let shuffled = opinions.shuffled(using: &random.generator)
      #expect(
        agenda(opinions, departments: RandomFacts.departments)
          == agenda(shuffled, departments: RandomFacts.departments), "\(opinions)")
    }
  }

  @Test(arguments: [
    ("places", [CriterionName.spread]), ("times", [.persistence, .momentum]), ("likes", [.endorsement]),
    ("authors", []), ("all", [.spread, .persistence, .momentum, .endorsement]),
  ])
  func aCriterionWithoutDataTakesNoWeight(column: String, names: [CriterionName]) throws {
    var random = RandomFacts(seed: 5)
    for _ in 0..<50 {
      var opinions = random.opinions()
      for i in opinions.indices {
        if column == "places" || column == "all" { opinions[i].place = nil }
        if column == "likes" || column == "all" { (opinions[i].likes, opinions[i].dislikes) = (nil, nil) }
        if column == "times" || column == "all" { opinions[i].day = nil }
        if column == "authors" || column == "all" { opinions[i].person = nil }
      }
      var collection = everyColumn()
      collection.hasPlaces = column != "places" && column != "all"
      collection.hasLikes = column != "likes" && column != "all"
      collection.hasTimes = column != "times" && column != "all"
      collection.hasAuthors = column != "authors" && column != "all"
      let found = agenda(opinions, in: collection)
      #expect(found.dropped.map(\.name) == names)
      #expect(found.dropped.allSatisfy { !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty })
      let topic = try #require(found.topics.first)
      #expect(topic.criteria.map(\.name) == CriterionName.allCases.filter { !names.contains($0) })
      // The rest share the weight among them, as in a profile that never had it.
      var without = evenProfile()
      for name in names { without.weights[name] = 0 }
      var ranker = AgendaRanker(profile: without)
      ranker.resamples = 0
      let expected = ranker.agenda(
        of: [TopicFacts(concern: topic.concern, label: "", theme: nil, opinions: opinions)], in: collection)
      #expect(abs(topic.score - (expected.topics.first?.score ?? -1)) < 1e-9)
      let best = topic.criteria.reduce(0) { $0 + $1.weight } * 100 / Double(8 - names.count)
      #expect(abs(best - 100) < 1e-9)
    }
  }

  @Test func columnsAreThoseThatSomeOpinionHas() {
    var opinion = OpinionFacts(text: 1, similarity: 1)
    #expect(CollectionFacts([opinion]).hasAuthors == false && !CollectionFacts([opinion]).hasTimes)
    opinion.person = 3
    #expect(CollectionFacts([opinion]).hasAuthors)
    opinion.place = 1
    #expect(CollectionFacts([opinion]).hasPlaces && !CollectionFacts([opinion]).hasLikes)
    opinion.dislikes = 0
    #expect(CollectionFacts([OpinionFacts(text: 0, similarity: 0), opinion]).hasLikes)
  }
}
