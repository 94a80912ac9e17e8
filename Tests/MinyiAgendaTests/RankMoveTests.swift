import MinyiAgenda
import MinyiModel
import Testing

struct RankMoveTests {
  private func ranker(_ lens: Lens = .top) -> AgendaRanker {
    var profile = evenProfile()
    profile.weights[.reach] = 4
    var ranker = AgendaRanker(profile: profile, departments: RandomFacts.departments)
    ranker.resamples = 0
    ranker.weightDraws = 0
    ranker.lens = lens
    return ranker
  }

  /// The value of a criterion whose curve needs its raw value only.
  private func value(_ lever: RankMove.Lever, at raw: Double) -> Double? {
    func logarithmic(_ full: Double) -> Double { min(1, naturalLog(1 + raw) / naturalLog(1 + full)) }
    switch lever.name {
    case .reach: return logarithmic(100)
    case .endorsement: return logarithmic(1000)
    case .spread: return 1 - 1 / raw
    case .severity: return raw / 3
    default: return nil
    }
  }

  @Test func aLeverClosesTheGapAndLessDoesNot() throws {
    var random = RandomFacts(seed: 1)
    var checked: Set<CriterionName> = []
    for _ in 0..<60 {
      let ranker = ranker()
      let topics = ranker.agenda(of: (1...8).map { topic(random.opinions(), concern: $0) }, in: everyColumn())
        .topics
      for (upper, lower) in zip(topics, topics.dropFirst()) {
        let total = lower.criteria.reduce(0) { $0 + $1.weight }
        let (up, down) = (ranker.move(of: lower, to: upper), ranker.move(of: upper, to: lower))
        #expect(abs(up.gap - (upper.score - lower.score)) < 1e-9 && abs(down.gap + up.gap) < 1e-9)
        #expect(up.rank == upper.rank && down.concern == lower.concern && !up.isByQuota)
        for (move, topic, target) in [(up, lower, upper.score), (down, upper, lower.score)] {
          for lever in move.levers {
            let score = try #require(topic.criteria.first { $0.name == lever.name })
            guard let then = value(lever, at: lever.needed) else { continue }
            let reached = topic.score - score.points + 100 * score.weight * then / total
            #expect(target == upper.score ? reached >= target - 1e-6 : reached <= target + 1e-6, "\(lever)")
            checked.insert(lever.name)
            // One person or like less would not be enough.
            guard ["people", "likes"].contains(lever.unit) else { continue }
            let short = try #require(value(lever, at: lever.needed + (target == upper.score ? -1 : 1)))
            let missed = topic.score - score.points + 100 * score.weight * short / total
            #expect(target == upper.score ? missed < target + 1e-6 : missed > target - 1e-6, "\(lever)")
          }
        }
      }
    }
    #expect(checked == [.reach, .endorsement, .spread, .severity])
  }

  @Test func inALensItsCriterionIsWhatCounts() {
    let grave = topic(people(6) { $0.signals.severity = $1 < 5 ? 3 : 0 }, concern: 1)
    let mild = topic(people(6) { $0.signals.severity = $1 < 3 ? 3 : 0 }, concern: 2)
    let ranker = ranker(.severe)
    let topics = ranker.agenda(of: [mild, grave], in: everyColumn()).topics
    #expect(topics.map(\.concern.rawValue) == [1, 2])
    let move = ranker.move(of: topics[1], to: topics[0])
    #expect(move.criterion == .severity && move.levers.map(\.name) == [.severity])
    #expect(abs((move.levers.first?.needed ?? 0) - 2.5) < 1e-9, "\(move)")
  }

  @Test func aTopicMovedByTheQuotaSaysSo() {
    var profile = evenProfile()
    (profile.first, profile.themeQuota) = (2, 1)
    var ranker = AgendaRanker(profile: profile)
    ranker.resamples = 0
    let topics = ranker.agenda(
      of: [(1, 20), (1, 15), (2, 5)].enumerated().map { i, entry in
        TopicFacts(
          concern: ConcernID(rawValue: Int32(i + 1)), label: "", theme: ThemeID(rawValue: Int32(entry.0)),
          opinions: people(entry.1))
      }, in: everyColumn()
    ).topics
    #expect(topics.map(\.concern.rawValue) == [1, 3, 2])
    let move = ranker.move(of: topics[2], to: topics[1])
    #expect(move.isByQuota && move.levers.isEmpty && move.gap < 0)
  }
}
