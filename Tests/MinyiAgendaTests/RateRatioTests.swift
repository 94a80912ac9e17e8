import MinyiAgenda
import MinyiModel
import Testing

struct RateRatioTests {
  /// Clopper and Pearson's intervals of a proportion, from scipy.stats.binomtest, here as odds.
  @Test(arguments: [
    (8, 12, 0.1911901, 0.6394574), (7, 3, 0.3475471, 0.9332605), (1, 9, 0.002528579, 0.4450161),
    (50, 50, 0.3983211, 0.6016789),
  ])
  func intervalsAreThoseOfTheBinomialTest(now: Int, before: Int, low: Double, high: Double) throws {
    let ratio = try #require(RateRatio(now: now, before: before, allNow: 700, allBefore: 700))
    #expect(abs(ratio.low - low / (1 - low)) < 1e-5 * ratio.low)
    #expect(abs(try #require(ratio.high) - high / (1 - high)) < 1e-5 * high / (1 - high))
    #expect(ratio.ratio == Double(now) / Double(before))
  }

  @Test func withoutCasesOnOneSideOneBoundIsOpen() throws {
    // P(X = 20) = p^20 = 0.025 at the bound: p = 0.025^(1/20) = 0.8315665.
    let new = try #require(RateRatio(now: 20, before: 0, allNow: 10, allBefore: 10))
    #expect(new.ratio == nil && new.high == nil && abs(new.low - 0.8315665 / 0.1684335) < 1e-4)
    let gone = try #require(RateRatio(now: 0, before: 20, allNow: 10, allBefore: 10))
    #expect(gone.ratio == 0 && gone.low == 0)
    #expect(abs(try #require(gone.high) - 0.1684335 / 0.8315665) < 1e-5)
    #expect(RateRatio(now: 0, before: 0, allNow: 10, allBefore: 10) == nil)
    #expect(RateRatio(now: 3, before: 1, allNow: 0, allBefore: 10) == nil)
  }

  @Test func turningThePeriodsRoundInvertsTheRatio() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let (a, b) = (1 + generator.next(below: 60), 1 + generator.next(below: 60))
      let (allA, allB) = (a + generator.next(below: 900), b + generator.next(below: 900))
      let there = try #require(RateRatio(now: a, before: b, allNow: allA, allBefore: allB))
      let back = try #require(RateRatio(now: b, before: a, allNow: allB, allBefore: allA))
      #expect(abs(there.low * (back.high ?? 0) - 1) < 1e-6)
      #expect(abs(there.p - back.p) < 1e-9)
      let ratio = try #require(there.ratio)
      #expect(there.low < ratio && ratio < (there.high ?? 0) && there.p > 0 && there.p <= 1)
      // Equal shares are within the interval just where the test does not reject them.
      if abs(there.p - 0.05) > 1e-6 {
        #expect((there.low < 1 && 1 < (there.high ?? 0)) == (there.p > 0.05), "\(a) \(b) \(allA) \(allB)")
      }
    }
  }
}
