import MinyiAgenda
import MinyiModel
import Testing

struct GatheringRuleTests {
  private func finding(_ opinions: [OpinionFacts], people: Int, days: Int) throws -> GatheringRule.Finding {
    var profile = evenProfile()
    profile.rule = GatheringRule(people: people, days: days)
    var ranker = AgendaRanker(profile: profile)
    ranker.resamples = 0
    let found = ranker.agenda(of: [topic(opinions)], in: everyColumn())
    return try #require(found.topics.first?.gathering)
  }

  /// Every window looked at, every undated opinion put into it or left out.
  @Test func answersAreThoseOfAllWindowsTried() throws {
    var random = SplitMix64(seed: 1)
    var answers: Set<GatheringRule.Answer> = []
    for _ in 0..<2000 {
      let opinions = people(1 + random.next(below: 9)) { opinion, _ in
        opinion.person = Int32(random.next(below: 6))
        opinion.day = random.next(below: 3) == 0 ? nil : 19_000 + Int32(random.next(below: 20))
      }
      let rule = (people: 1 + random.next(below: 6), days: 1 + random.next(below: 15))
      let undated = Set(opinions.filter { $0.day == nil }.compactMap(\.person))
      let windows = (18_980...19_030).map { first in
        Set(
          opinions.filter { $0.day.map { ($0 - Int32(first)) >= 0 && Int($0) - first < rule.days } ?? false }
            .compactMap(\.person))
      }
      let sure = windows.map(\.count).max() ?? 0
      let possible = windows.map { $0.union(undated).count }.max() ?? 0
      let expected: GatheringRule.Answer =
        sure >= rule.people ? .reached : possible >= rule.people ? .cannotTell : .notReached
      let found = try finding(opinions, people: rule.people, days: rule.days)
      answers.insert(expected)
      #expect(
        found.answer == expected && found.people == sure && found.undated == undated.count, "\(opinions)")
      if let first = found.firstDay, let last = found.lastDay {
        let within = opinions.filter { $0.day.map { (first...last).contains($0) } ?? false }
        #expect(Int(last - first) < rule.days && Set(within.compactMap(\.person)).count == sure)
      } else {
        #expect(opinions.allSatisfy { $0.day == nil })
      }
    }
    #expect(answers.count == 3)
  }

  @Test func postsOfOnePersonAreOnePerson() throws {
    let one = people(9) { opinion, number in
      opinion.person = 1
      opinion.day = 19_000 + Int32(number)
    }
    #expect(try finding(one, people: 2, days: 30).answer == .notReached)
  }

  @Test func theRuleIsReadFromText() throws {
    #expect(try GatheringRule("people=5,days=30") == GatheringRule(people: 5, days: 30))
    #expect(try GatheringRule(" days = 7 , people = 3 ") == GatheringRule(people: 3, days: 7))
  }

  @Test(arguments: [
    "", "people=5", "days=5", "people=5,days=0", "people=-1,days=3", "people=5,days=30,", "people=5,people=6",
    "people=2.5,days=3", "persons=5,days=30", "5/30",
  ])
  func aWrongRuleIsNamed(text: String) {
    do {
      let rule = try GatheringRule(text)
      Issue.record("\(text) was read as \(rule)")
    } catch {
      guard case .badRule = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.description.contains("people=5,days=30"))
    }
  }
}
