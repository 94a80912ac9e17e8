import MinyiAgenda
import MinyiModel
import Testing

struct MomentumTests {
  /// `counts[w]` opinions in window w before the last day of `everyColumn()`.
  private func opinions(_ counts: [Int]) -> [OpinionFacts] {
    counts.enumerated().flatMap { window, count in
      people(count, from: window * 1000) { opinion, number in
        opinion.day = 19_095 - Int32(window) * 91 - Int32(number % 91)
      }
    }
  }

  private func momentum(_ counts: [Int], _ all: [Int] = [100, 100, 100, 100, 100], days: Int32 = 1095) throws
    -> Measure
  {
    var collection = everyColumn(windowCounts: all)
    collection.firstDay = collection.lastDay - days
    return try #require(measure(.momentum, of: opinions(counts), in: collection))
  }

  @Test func growthIsJudgedByTheExactChance() throws {
    // Five of five in the later of two equal windows: p = 1/32. Eight of ten: 56/1024.
    #expect(abs(try momentum([5, 0, 0, 0, 0]).value - (1 - 2.0 / 32)) < 1e-9)
    #expect(abs(try momentum([8, 2, 0, 0, 2]).value - (1 - 2 * 56.0 / 1024)) < 1e-9)
    #expect(try momentum([8, 2, 0, 0, 2]).raw == 6)
    for counts in [[5, 5, 5, 5, 5], [2, 8, 0, 0, 0], [0, 9, 0, 0, 0]] {
      #expect(try momentum(counts).value == 0, "\(counts)")
    }
  }

  @Test func fewerThanFiveCannotTell() throws {
    let few = try momentum([4, 0, 0, 0, 90])
    #expect(few.value == 0 && few.reason.en.contains("cannot tell") && few.reason.zh.contains("无法判断"))
    #expect(try momentum([4, 1, 0, 0, 0]).reason.en.contains("cannot tell") == false)
  }

  @Test func aSeasonalConcernIsNotRising() throws {
    // Heating complaints: many this winter, none last autumn, as many last winter.
    #expect(try momentum([20, 0, 0, 0, 20]).value == 0)
    #expect(try momentum([20, 0, 0, 0, 0]).value > 0.99)
    // The weaker of the two comparisons counts.
    let weaker = try momentum([12, 0, 0, 0, 6]).value
    let stronger = try momentum([12, 0, 0, 0, 0]).value
    #expect(weaker > 0 && weaker < stronger)
  }

  @Test func lastYearCountsOnlyWhereTheDataReachBackToIt() throws {
    // Five whole windows are 455 days, first and last included.
    #expect(try momentum([20, 0, 0, 0, 20], days: 454).value == 0)
    #expect(try momentum([20, 0, 0, 0, 20], days: 453).value > 0.99)
    #expect(try momentum([20, 0, 0, 0, 20], days: 454).reason.en.contains("a year ago"))
  }

  @Test func aGrowingCollectionIsNoGrowthOfTheConcern() throws {
    // Twice as many opinions in all, twice as many of this: nothing but more mail.
    #expect(try momentum([20, 10, 0, 0, 0], [200, 100, 100, 100, 100], days: 300).value == 0)
    #expect(try momentum([20, 10, 0, 0, 0], [100, 100, 100, 100, 100], days: 300).value > 0.8)
    #expect(try momentum([10, 10, 0, 0, 0], [50, 100, 100, 100, 100], days: 300).value > 0.5)
  }

  @Test func lessThanHalfAYearIsAnObstacle() {
    var collection = everyColumn()
    collection.firstDay = collection.lastDay - 181
    let short = agenda(opinions([9, 0, 0, 0, 0]), in: collection)
    #expect(short.dropped.map(\.name) == [.momentum] && short.dropped[0].reason.en.contains("half a year"))
    collection.firstDay -= 1
    #expect(agenda(opinions([9, 0, 0, 0, 0]), in: collection).dropped.isEmpty)
  }

  @Test func windowsAreQuartersBackFromTheLastDay() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let days = (0..<40).map { _ in Int32(random.next(below: 700)) - 300 }
      let collection = CollectionFacts(
        days.map { day in
          var opinion = OpinionFacts(text: 0, similarity: 0)
          opinion.day = day
          return opinion
        })
      let last = days.max() ?? 0
      let expected = (0..<5).map { w in
        days.count { last - $0 >= 91 * Int32(w) && last - $0 < 91 * Int32(w + 1) }
      }
      #expect(collection.windowCounts == expected, "\(days)")
      #expect(collection.firstDay == days.min() && collection.lastDay == last && collection.hasTimes)
    }
  }
}
