import MinyiModel
import Testing

struct SplitMix64Tests {
  @Test func publishedNumbersComeOut() {
    // The first numbers after seed 1234567 of the reference code (Vigna, https://prng.di.unimi.it/splitmix64.c).
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func theSameSeedGivesTheSameNumbersAndAnotherDoesNot() {
    var first = SplitMix64(seed: 9)
    var again = SplitMix64(seed: 9)
    var other = SplitMix64(seed: 10)
    let numbers = (0..<100).map { _ in first.next() }
    #expect(numbers == (0..<100).map { _ in again.next() })
    #expect(Set(numbers).isDisjoint(with: (0..<100).map { _ in other.next() }))
  }

  @Test func unitNumbersAreTheTop53Bits() {
    var bits = SplitMix64(seed: 4)
    var random = SplitMix64(seed: 4)
    for _ in 0..<1000 {
      let unit = random.nextUnit()
      #expect(unit >= 0 && unit < 1)
      #expect(unit * 9_007_199_254_740_992 == Double(bits.next() >> 11))
    }
  }

  @Test func boundedNumbersAreTheScaledOnesAndFillTheirRange() {
    for bound in [1, 2, 3, 7, 1000, Int.max] {
      var wide = SplitMix64(seed: 5)
      var random = SplitMix64(seed: 5)
      var seen: Set<Int> = []
      for _ in 0..<400 {
        let number = random.next(below: bound)
        // floor(x · bound / 2^64) by schoolbook multiplication of halves.
        let x = wide.next()
        let low = (x & 0xffff_ffff) * (UInt64(bound) & 0xffff_ffff)
        let middle = (x >> 32) * (UInt64(bound) & 0xffff_ffff) + low >> 32
        let cross = (x & 0xffff_ffff) * (UInt64(bound) >> 32) + middle & 0xffff_ffff
        let high = (x >> 32) * (UInt64(bound) >> 32) + middle >> 32 + cross >> 32
        #expect(UInt64(number) == high, "\(x) below \(bound)")
        seen.insert(number)
      }
      if bound <= 7 { #expect(seen == Set(0..<bound)) }
    }
  }
}
