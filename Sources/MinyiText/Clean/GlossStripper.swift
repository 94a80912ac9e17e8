/// Finds a phonetic gloss at the end of the cleaned text: `協(xié)商`, `协（xie2）商`.
///
/// Pages made for readers of Chinese as a foreign language put the reading of a character behind it in
/// brackets; to a miner it cuts every word in two. A gloss is one syllable of pinyin directly after a Han
/// character, with a tone mark, a tone digit or neither. `群(qq)`, `织(WHO)`, `膜(PE)`, `楼（D1）` and `A(abc)` are
/// none.
enum GlossStripper {
  /// The longest syllable with the r of erhua: zhuangr.
  private static let longestSyllable = 7

  /// The reduction of the gloss that the last unit, `)`, completes. O(1).
  ///
  /// Capitals are an abbreviation, not a reading, and stay. Those that would be read as pinyin once they are
  /// in lower case (`智能(AI)`) lose their brackets, or cleaning the cleaned text would take them for a gloss.
  static func reduction(of buffer: borrowing CleanBuffer, source: UnsafeBufferPointer<UInt16>) -> Reduction? {
    var start = buffer.count - 2
    let lowest = max(1, start - longestSyllable - 1)
    while start >= lowest, buffer.units[start] != Unit.parenthesisOpen { start -= 1 }
    guard start >= lowest, Unit.isHan(buffer.units[start - 1]) else { return nil }
    let word = start + 1..<buffer.count - 1
    guard
      let syllable = PinyinSyllable(UnsafeBufferPointer(start: buffer.units + start + 1, count: word.count))
    else { return nil }
    if !syllable.hasToneMark, hasCapital(word, of: buffer, in: source) {
      return .unbracket(start: start)
    }
    return .remove(start: start)
  }

  private static func hasCapital(
    _ word: Range<Int>, of buffer: borrowing CleanBuffer, in source: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    for index in word {
      let origin = Int(buffer.origins[index])
      guard origin < source.count else { continue }
      switch source[origin] {
      case 0x41...0x5A, 0xFF21...0xFF3A: return true
      default: continue
      }
    }
    return false
  }
}
