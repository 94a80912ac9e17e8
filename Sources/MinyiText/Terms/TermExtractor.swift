/// Finds the terms of a text: content words, content characters, and joined pairs.
///
/// A joined pair is two neighbouring Han tokens of which at least one is a single character: it brings back
/// names that ICU does not know and cuts (龙津河 → 龙 · 津 · 河 → 龙津, 津河). Every term is a range of the text.
public struct TermExtractor: Sendable {
  public let rules: TermRules

  public init(rules: TermRules) { self.rules = rules }

  /// Calls `body` with the range of every term of `text`, in text order. O(tokens).
  @inline(__always)
  public func forEachTerm(
    of text: UnsafeBufferPointer<UInt16>, tokens: [Token], _ body: (Range<Int>) -> Void
  ) {
    var previous: Token?
    for token in tokens {
      guard rules.isContent(token, in: text) else {
        previous = nil
        continue
      }
      body(token.range)
      if let left = previous, left.kind == .han, token.kind == .han, left.length == 1 || token.length == 1 {
        body(Int(left.start)..<Int(token.end))
      }
      previous = token
    }
  }
}
