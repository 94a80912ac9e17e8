import CICU
import Testing

/// ICU's own word iterator: what the segmenter is measured against. One for each thread.
final class ICUBoundaries {
  private let breaker: OpaquePointer

  init() throws {
    var status: Int32 = 0
    let breaker = cicu_word_breaker_open(&status)
    self.breaker = try #require(breaker, "ICU status \(status)")
  }

  deinit { cicu_word_breaker_close(breaker) }

  /// Where `ubrk_next` stops in `text`.
  func ends(of text: [UInt16]) throws -> [Int32] {
    var ends = [Int32](repeating: 0, count: text.count)
    var status: Int32 = 0
    let count = cicu_word_ends(breaker, text, Int32(text.count), &ends, &status)
    try #require(status <= 0, "ICU status \(status)")
    return Array(ends.prefix(Int(count)))
  }
}
