import MinyiAgenda
import MinyiModel
import Testing

struct BinomialTailTests {
  /// n! in whole numbers: exact up to 20.
  private func factorial(_ n: Int) -> Int { n < 2 ? 1 : (2...n).reduce(1, *) }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { p, _ in p * base }
  }

  @Test func theTailIsTheSumOfItsTerms() {
    for n in 0...20 {
      for p in [0.01, 0.1, 1.0 / 3, 0.5, 0.625, 0.9, 0.999] {
        for k in -1...n + 2 {
          let expected = (max(0, k)..<max(max(0, k), n + 1)).reduce(0.0) { sum, i in
            let choices = factorial(n) / (factorial(i) * factorial(n - i))
            return sum + Double(choices) * power(p, i) * power(1 - p, n - i)
          }
          let found = BinomialTail.atLeast(k, of: n, probability: p)
          #expect(abs(found - expected) < 1e-11, "P(X >= \(k)), n \(n), p \(p): \(found), \(expected)")
        }
      }
    }
  }

  @Test func bothTailsAddUpToOne() {
    // X successes of p are n - X of 1 - p.
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let n = 1 + random.next(below: 3000)
      let k = random.next(below: n + 1)
      let p = random.nextUnit()
      let sum =
        BinomialTail.atLeast(k, of: n, probability: p)
        + BinomialTail.atLeast(n - k + 1, of: n, probability: 1 - p)
      #expect(abs(sum - 1) < 1e-8, "n \(n), k \(k), p \(p): \(sum)")
    }
  }

  @Test func theTailFallsWithTheCountAndRisesWithTheChance() {
    for n in [1, 10, 500] {
      for p in [0.05, 0.5, 0.8] {
        let byCount = (0...n + 1).map { BinomialTail.atLeast($0, of: n, probability: p) }
        #expect(
          zip(byCount, byCount.dropFirst()).allSatisfy { $0 >= $1 } && byCount.last == 0, "n \(n), p \(p)")
      }
      let byChance = (0...20).map { BinomialTail.atLeast((n + 1) / 2, of: n, probability: Double($0) / 20) }
      #expect(zip(byChance, byChance.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 }, "n \(n)")
    }
  }

  @Test func certainCases() {
    #expect(BinomialTail.atLeast(0, of: 5, probability: 0) == 1)
    #expect(BinomialTail.atLeast(1, of: 5, probability: 0) == 0)
    #expect(BinomialTail.atLeast(5, of: 5, probability: 1) == 1)
    // Many cases: half of them and more by even chance is one half and half of the middle term, √(2 / πn).
    let half = BinomialTail.atLeast(50_000, of: 100_000, probability: 0.5)
    #expect(abs(half - (0.5 + 0.5 * 0.002523126)) < 1e-6)
  }
}
