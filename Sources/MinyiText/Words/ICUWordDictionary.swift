import MinyiModel
import CICU

/// ICU's own dictionary for Chinese and Japanese, read from the installed ICU.
final class ICUWordDictionary {
  private let handle: OpaquePointer

  /// Fails with ICU's reason when the dictionary is not installed or has another format.
  init() throws(TextError) {
    var status: Int32 = 0
    guard let handle = cicu_word_dictionary_open(&status), status <= 0 else {
      throw .icu(operation: "读取中文词典", status: status)
    }
    self.handle = handle
  }

  deinit { cicu_word_dictionary_close(handle) }

  /// A checksum of ICU's data: another dictionary has another one.
  var checksum: UInt64 {
    var count: Int32 = 0
    let bytes = cicu_word_dictionary_bytes(handle, &count)
    return Checksum.of(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// The words that consist of characters with `isHan` set, of 20 units at most as in ICU's engine.
  func hanWords(_ isHan: (UInt16) -> Bool) throws(TextError) -> WordList {
    var words = WordList()
    var word: UnsafePointer<UInt16>?
    var length: Int32 = 0
    var cost: Int32 = 0
    var status: Int32 = 0
    while cicu_word_dictionary_next(handle, &word, &length, &cost, &status) {
      let units = UnsafeBufferPointer(start: word, count: Int(length))
      guard length <= Int32(WordLattice.longestWord), units.allSatisfy(isHan) else { continue }
      // A cost that does not fit, or words out of order, mean another format than the one known.
      guard let cost = UInt16(exactly: cost), cost != DoubleArray.noCost, words.append(units, cost: cost)
      else {
        throw .icu(operation: "读取中文词典", status: ICUWordDictionary.invalidFormat)
      }
    }
    guard status <= 0 else { throw .icu(operation: "读取中文词典", status: status) }
    return words
  }

  /// U_INVALID_FORMAT_ERROR
  private static let invalidFormat: Int32 = 3
}
