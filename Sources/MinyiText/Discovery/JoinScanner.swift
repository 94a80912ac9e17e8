/// Walks over the joins of a text: one to four neighbouring Han tokens of at most eight characters together.
///
/// Working memory is used again: one scanner for each thread.
struct JoinScanner {
  /// Tokens of a join at most.
  static let longestJoin = 4

  /// One to four neighbouring tokens, as a word.
  struct Join {
    var word: PackedWord
    var first: Int
    var last: Int
    /// Bit k: a token ends behind the first k characters.
    var cuts: UInt8
  }

  /// Where the blocks of Han begin: below lie Latin and digits, which a lexicon word may hold (5G基站).
  private static let firstHan: UInt16 = 0x2E80

  private var words: [PackedWord] = []
  private var lengths: [UInt8] = []

  /// Calls `body` with every join of `text`, by first token, the shorter first. Tokens that are no Han, or too
  /// long, are in no join. O(tokens).
  @inline(__always)
  mutating func forEachJoin(
    of text: UnsafeBufferPointer<UInt16>, tokens: [Token], _ body: (Join) -> Void
  ) {
    pack(text, tokens)
    for first in tokens.indices where lengths[first] > 0 {
      var length = Int(lengths[first])
      var join = Join(word: words[first], first: first, last: first, cuts: 0)
      body(join)
      for last in first + 1..<max(first + 1, min(tokens.count, first + JoinScanner.longestJoin)) {
        let more = Int(lengths[last])
        if more == 0 || length + more > PackedWord.capacity { break }
        join.word = join.word.joined(length, with: words[last])
        join.cuts |= 1 << UInt8(truncatingIfNeeded: length)
        join.last = last
        length += more
        body(join)
      }
    }
  }

  private mutating func pack(_ text: UnsafeBufferPointer<UInt16>, _ tokens: [Token]) {
    words.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    for token in tokens {
      let isHan = token.kind == .han && text[token.range].allSatisfy { $0 >= JoinScanner.firstHan }
      let word = isHan ? PackedWord(text[token.range]) : nil
      words.append(word ?? .empty)
      lengths.append(word == nil ? 0 : UInt8(truncatingIfNeeded: token.length))
    }
  }
}
