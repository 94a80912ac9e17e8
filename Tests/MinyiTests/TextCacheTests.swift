import Minyi
import MinyiModel
import Testing

struct TextCacheTests {
  private static func key(_ number: Int, titleCount: Int = 0) -> TextCache<Int>.Key {
    TextCache<Int>.Key(hash: ContentHash("text \(number)"), titleCount: titleCount)
  }

  /// What is found is what was kept for that very key, whatever was driven out.
  @Test func neverTellsTheReadingOfAnotherText() {
    let cache = TextCache<Int>(capacity: 256)
    var random = SplitMix64(seed: 11)
    var found = 0
    for _ in 0..<20_000 {
      let number = random.next(below: 2_000)
      if let reading = cache.reading(of: TextCacheTests.key(number)) {
        #expect(reading == number)
        found += 1
      } else {
        cache.keep(number, of: TextCacheTests.key(number))
      }
    }
    #expect(found > 500)
    // No more than it may hold.
    let kept = (0..<2_000).count { cache.reading(of: TextCacheTests.key($0)) != nil }
    #expect((1...256).contains(kept))
  }

  @Test func aTitleIsNotABody() {
    let cache = TextCache<Int>()
    cache.keep(1, of: TextCacheTests.key(7, titleCount: 2))
    #expect(cache.reading(of: TextCacheTests.key(7, titleCount: 5)) == nil)
    cache.keep(2, of: TextCacheTests.key(7, titleCount: 5))
    #expect(cache.reading(of: TextCacheTests.key(7, titleCount: 2)) == 1)
  }

  /// Texts that come once do not drive out one that comes again and again.
  @Test func whatComesOftenStays() {
    let cache = TextCache<Int>(capacity: 256)
    var missed = 0
    for number in 0..<5_000 {
      if cache.reading(of: TextCacheTests.key(-1)) == nil {
        missed += 1
        cache.keep(0, of: TextCacheTests.key(-1))
      }
      cache.keep(number, of: TextCacheTests.key(number))
    }
    #expect(missed == 1)
  }
}
