/// Finds the terms of a text: content words, content characters, joined pairs, and words of the lexicon.
///
/// Words are taken at two grains, since what groups texts differs from what names them. The pieces are ICU's own,
/// which texts share: 小区, 改造. A joined pair is two neighbouring Han pieces of which at least one is a single
/// character: it brings back names that ICU does not know and cuts (龙津河 → 龙 · 津 · 河 → 龙津, 津河). On top come
/// the lexicon's words that are neither a piece nor a pair: 老旧小区改造. Every term is a range of the text.
/// Measured: pieces and words together give themes of NMI .59, words alone .52, pieces alone .58.
public struct TermExtractor: Sendable {
  /// Which tokens count.
  public let rules: TermRules

  /// An extractor; the tokens come with each text.
  public init(rules: TermRules) { self.rules = rules }

  /// Calls `body` with the range of every term of `text`. O(pieces + words).
  ///
  /// - Parameters:
  ///   - pieces: the tokens by ICU's dictionary.
  ///   - words: the tokens by the lexicon as well; empty when there is none.
  @inline(__always)
  public func forEachTerm(
    of text: UnsafeBufferPointer<UInt16>, pieces: [Token], words: [Token] = [], _ body: (Range<Int>) -> Void
  ) {
    var previous: Token?
    for token in pieces {
      guard rules.isContent(token, in: text) else {
        previous = nil
        continue
      }
      body(token.range)
      if let left = previous, isPair(left, token) { body(Int(left.start)..<Int(token.end)) }
      previous = token
    }
    var i = 0
    for word in words where word.length > 1 {
      while i < pieces.count, pieces[i].end <= word.start { i += 1 }
      guard i < pieces.count, pieces[i] != word, rules.isContent(word, in: text) else { continue }
      let isFound =
        i + 1 < pieces.count && pieces[i].start == word.start && pieces[i + 1].end == word.end
        && isPair(pieces[i], pieces[i + 1]) && rules.isContent(pieces[i], in: text)
        && rules.isContent(pieces[i + 1], in: text)
      if !isFound { body(word.range) }
    }
  }

  @inline(__always)
  private func isPair(_ left: Token, _ right: Token) -> Bool {
    left.kind == .han && right.kind == .han && (left.length == 1 || right.length == 1)
  }
}
