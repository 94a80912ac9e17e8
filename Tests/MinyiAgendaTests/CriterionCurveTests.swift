import MinyiAgenda
import MinyiModel
import Testing

/// Each criterion's curve at the points that its documentation names.
struct CriterionCurveTests {
  private func value(
    _ name: CriterionName, _ opinions: [OpinionFacts], in collection: CollectionFacts = everyColumn()
  ) throws -> Double {
    try #require(measure(name, of: opinions, in: collection)).value
  }

  private func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool { abs(a - b) <= tolerance }

  @Test func reachIsLogarithmicUpTo100People() throws {
    for (count, expected) in [(1, 0.15), (10, 0.52), (50, 0.85), (100, 1), (250, 1)] {
      #expect(near(try value(.reach, people(count)), expected, 0.005), "\(count) people")
    }
    #expect(measure(.reach, of: people(7))?.raw == 7)
  }

  @Test func withoutAnAuthorColumnTextsAreCounted() throws {
    var opinions = people(6) { opinion, number in
      opinion.person = nil
      opinion.text = Int32(number / 2)
    }
    var collection = everyColumn()
    collection.hasAuthors = false
    let texts = try #require(measure(.reach, of: opinions, in: collection))
    #expect(texts.raw == 3 && texts.unit == "texts")
    // An unknown author beside known ones is a person of their own, whatever the numbers.
    opinions[0].person = 0
    #expect(measure(.reach, of: opinions)?.raw == 4)
  }

  @Test func spreadIsTheEffectiveNumberOfPlaces() throws {
    for (places, expected) in [(1, 0.0), (2, 0.5), (4, 0.75), (10, 0.9)] {
      let opinions = people(places * 3) { $0.place = Int32($1 % places) }
      #expect(near(try value(.spread, opinions), expected), "\(places) places")
    }
    #expect(try value(.spread, people(5)) == 0)
    // Nine in one place and one in another are less than two places: entropy .3251 gives 1.384.
    let uneven = people(10) { $0.place = $1 == 0 ? 1 : 2 }
    #expect(near(try #require(measure(.spread, of: uneven)).raw, 1.3841, 1e-4))
    // People are counted in a place, not their posts.
    let talkative =
      people(2) { $0.place = Int32($1) }
      + [OpinionFacts](repeating: people(1) { o, _ in o.place = 0 }[0], count: 8)
    #expect(near(try value(.spread, talkative), 0.5))
  }

  @Test func severityIsTheMeanOverPeopleOfTheGravestGrade() throws {
    var opinions = people(4) { $0.signals.severity = $1 }
    #expect(near(try value(.severity, opinions), 0.5))
    // A second, graver opinion of the first person counts for that person.
    opinions.append(people(1) { o, _ in o.signals.severity = 3 }[0])
    #expect(near(try value(.severity, opinions), 0.75))
    #expect(try value(.severity, people(3)) == 0)
    #expect(near(try value(.severity, people(3) { o, _ in o.signals.severity = 3 }), 1))
  }

  @Test func endorsementIsLogarithmicUpToAThousand() throws {
    func surplus(_ likes: Int32, _ dislikes: Int32?, posts: Int) -> [OpinionFacts] {
      people(posts) { opinion, _ in
        opinion.likes = likes
        opinion.dislikes = dislikes
      }
    }
    #expect(near(try value(.endorsement, surplus(200, nil, posts: 5)), 1))
    #expect(try value(.endorsement, surplus(3, 5, posts: 4)) == 0)
    // ln 32 / ln 1001 for a surplus of 31.
    #expect(near(try value(.endorsement, surplus(41, 10, posts: 1)), 0.5016, 1e-4))
    // A post that is disliked takes nothing from others.
    let mixed = surplus(31, nil, posts: 1) + surplus(0, 90, posts: 3)
    #expect(near(try value(.endorsement, mixed), 0.5016, 1e-4))
  }

  @Test func oneFamousPostDoesNotDrownManyPeople() throws {
    let famous = people(1) { opinion, _ in opinion.likes = 2_097 }
    let many = people(58) { opinion, _ in opinion.likes = 5 }
    #expect(measure(.endorsement, of: famous)?.raw == 200)
    #expect(measure(.endorsement, of: many)?.raw == 290)
    #expect(try value(.endorsement, famous) < value(.endorsement, many))
    var ranker = AgendaRanker(profile: evenProfile())
    ranker.resamples = 0
    let ranked = ranker.agenda(of: [topic(famous, concern: 1), topic(many, concern: 2)], in: everyColumn())
    #expect(ranked.topics.map(\.concern.rawValue) == [2, 1])
  }

  @Test func actionabilityAddsPeopleWhoAskNarrownessAndFewDepartments() throws {
    func opinions(asking: Int, similarity: Float, departments: [Int]) -> [OpinionFacts] {
      people(12) { opinion, number in
        opinion.similarity = similarity
        opinion.signals.requests = number < asking ? ["请求处理"] : []
        opinion.signals.departments = departments
        opinion.signals.departmentTerms = departments.map { "\($0)" }
      }
    }
    // Of likeness 1, twelve people have a narrowness of 1 - 1/4096.
    let narrow = 0.3 * (1 - 1.0 / 4096)
    for (asking, similarity, departments, expected) in [
      (0, Float(0), [Int](), 0.0), (3, 0, [], 0.25), (6, 0, [], 0.375), (0, 1, [], narrow),
      (0, 0.5, [], narrow / 2), (0, 0, [7], 0.2), (3, 1, [1, 2], 0.25 + narrow + 0.1),
      (0, 0, [0, 1, 2, 3], 0.05),
    ] {
      let found = try value(
        .actionability, opinions(asking: asking, similarity: similarity, departments: departments))
      #expect(near(found, expected, 1e-9), "\(asking) \(similarity) \(departments): \(found)")
    }
    // Ten posts of one person ask once.
    let one = people(10) { opinion, _ in
      opinion.person = 1
      opinion.similarity = 0
      opinion.signals.requests = ["请求处理"]
    }
    #expect(measure(.actionability, of: one)?.raw == 1)
    // Two people of likeness .8 and .4: .8 / 2 + .4 / 4 = .5.
    let two = people(2) { $0.similarity = $1 == 0 ? 0.4 : 0.8 }
    #expect(near(try value(.actionability, two), 0.15))
  }

  @Test func deliberationIsSeveralDepartmentsOrADispute() throws {
    func stances(_ pro: Int, _ contra: Int) -> [OpinionFacts] {
      people(pro + contra + 3) { opinion, number in
        opinion.signals.isFor = number < pro
        opinion.signals.isAgainst = number >= pro && number < pro + contra
      }
    }
    for (pro, contra, expected) in [(2, 2, 1.0), (2, 6, 0.75), (6, 2, 0.75), (1, 5, 0), (5, 1, 0), (0, 0, 0)]
    {
      #expect(near(try value(.deliberation, stances(pro, contra)), expected), "\(pro) : \(contra)")
    }
    for (count, expected) in [(0, 0.0), (1, 0), (2, 0.5), (4, 0.75)] {
      let opinions = people(4) { opinion, _ in
        opinion.signals.departments = Array(0..<count)
        opinion.signals.departmentTerms = (0..<count).map { "\($0)" }
      }
      #expect(near(try value(.deliberation, opinions), expected), "\(count) departments")
    }
    // A department that less than a quarter points to is none.
    let stray = people(9) { opinion, number in
      opinion.signals.departments = number < 2 ? [0, 1] : [0]
      opinion.signals.departmentTerms = opinion.signals.departments.map { "\($0)" }
    }
    #expect(try value(.deliberation, stray) == 0)
  }
}
