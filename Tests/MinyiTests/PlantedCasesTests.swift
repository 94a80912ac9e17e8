import Minyi
import TestSupport
import Testing

/// What the agenda makes of the cases that were planted in the sample corpus (`Corpus/README.md`).
struct PlantedCasesTests {
  private let run: SampleRun
  private let gold: GoldConcerns
  private let concerns: [String: ConcernID]

  init() throws {
    run = try SampleRun()
    gold = try GoldConcerns()
    concerns = Dictionary(
      uniqueKeysWithValues: try run.workspace.assignments().compactMap { assignment in
        assignment.concern.map { (assignment.key, $0) }
      })
  }

  /// The concern that most opinions of a gold concern went to.
  private func concern(_ name: String) throws -> ConcernID {
    var counts: [ConcernID: Int] = [:]
    for case let concern? in try #require(gold.members[name]).map({ concerns[$0] }) {
      counts[concern, default: 0] += 1
    }
    return try #require(counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key)
  }

  private func topic(_ name: String, _ lens: Lens = .top) throws -> Topic? {
    var options = AgendaOptions()
    options.lens = lens
    options.resamples = 0
    let concern = try concern(name)
    return try run.workspace.agenda(options).topics.first { $0.concern == concern }
  }

  @Test func aCampaignIsBelowEightPeopleAndToldAsOnePersons() throws {
    let campaign = try #require(try topic("campaign-school-bus"))
    let others = run.outcome.agenda.topics.filter { $0.people >= 8 }
    #expect(others.count > 20 && others.allSatisfy { $0.rank < campaign.rank })
    #expect(campaign.posting == .one && campaign.busiest == 20)
    #expect(campaign.flags.contains(.onePerson) && campaign.flags.contains(.copies))
    #expect(others.allSatisfy { $0.posting == .many && !$0.flags.contains(.onePerson) })
  }

  @Test func aSevereCaseOfFewLeadsTheSevereLensOnly() throws {
    let severe = try #require(try topic("school-gate-high-voltage", .severe))
    #expect(severe.rank <= 3)
    let top = try #require(try topic("school-gate-high-voltage"))
    #expect(top.rank > 20 && top.people <= 5 && top.flags.contains(.fewPeople))
  }

  @Test func aCaseThatReturnedAfterAReplyIsFlagged() throws {
    let water = try #require(try topic("water-cuts-north-town"))
    #expect(water.flags.contains(.afterReply) && water.flags.contains(.returned), "\(water.flags)")
    // Raised in one month and never again.
    let wire = try #require(try topic("school-gate-high-voltage"))
    #expect(!wire.flags.contains(.afterReply) && !wire.flags.contains(.returned))
  }

  @Test func aSeasonalCaseIsNotRisingAgainstLastYear() throws {
    let seasonal = try #require(try topic("straw-burning-smoke"))
    let momentum = try #require(seasonal.criteria.first { $0.name == .momentum }?.measure)
    // It grows against the quarter before, and yet not against the same quarter a year ago.
    #expect(momentum.isKnown && momentum.raw >= 5 && momentum.value < 0.5, "\(momentum)")
    #expect(try topic("straw-burning-smoke", .rising) == nil)
    let rising = try #require(try topic("roadside-parking-fee", .rising))
    #expect(rising.rank == 1)
  }

  @Test func aLastingCaseOfFewRanksHigherInItsLens() throws {
    let top = try #require(try topic("no-mobile-signal"))
    let lasting = try #require(try topic("no-mobile-signal", .lasting))
    #expect(lasting.rank < top.rank)
  }
}
