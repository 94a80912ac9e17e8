import CICU
import Testing

/// The words of ICU's dictionary with their costs, read as ICU hands them out: for oracles.
enum ICUWords {
  /// Words of Han characters of the basic plane and of any others (kana, Hangul).
  static func all() throws -> [[UInt16]: Int] { try listed.get() }

  private static let listed = Result { try read() }

  private static func read() throws -> [[UInt16]: Int] {
    var status: Int32 = 0
    let dictionary = cicu_word_dictionary_open(&status)
    let handle = try #require(dictionary, "ICU status \(status)")
    defer { cicu_word_dictionary_close(handle) }
    var words: [[UInt16]: Int] = [:]
    words.reserveCapacity(400_000)
    var word: UnsafePointer<UInt16>?
    var length: Int32 = 0
    var cost: Int32 = 0
    while cicu_word_dictionary_next(handle, &word, &length, &cost, &status) {
      words[Array(UnsafeBufferPointer(start: word, count: Int(length)))] = Int(cost)
    }
    try #require(status <= 0, "ICU status \(status)")
    return words
  }

  /// Every `step`-th word in the order of their units.
  static func sample(every step: Int) throws -> [[UInt16]] {
    let words = try all().keys.sorted { $0.lexicographicallyPrecedes($1) }
    return stride(from: 0, to: words.count, by: step).map { words[$0] }
  }
}
