import CICU

/// Cuts text into tokens: ICU's word boundaries, then lexicon words joined from ICU's pieces.
///
/// Tokens tile the text. Not thread-safe (ICU's iterator is not): `copy()` gives another thread its own.
/// The boundaries depend on the text, ICU's version and the lexicon only.
public final class Segmenter {
  private let breaker: OpaquePointer
  private let lexicon: WordTrie
  private var ends: [Int32] = []

  /// A segmenter with `lexicon` over ICU's own dictionary; with an empty one the result is ICU's.
  public init(lexicon: WordTrie = WordTrie([])) throws(TextError) {
    var status: Int32 = 0
    guard let breaker = cicu_word_breaker_open(&status), status <= 0 else {
      throw .icu(operation: "打开分词器", status: status)
    }
    self.breaker = breaker
    self.lexicon = lexicon
  }

  private init(cloning other: Segmenter) throws(TextError) {
    var status: Int32 = 0
    guard let breaker = cicu_word_breaker_clone(other.breaker, &status), status <= 0 else {
      throw .icu(operation: "复制分词器", status: status)
    }
    self.breaker = breaker
    lexicon = other.lexicon
  }

  deinit { cicu_word_breaker_close(breaker) }

  /// A segmenter of the same words for another thread.
  public func copy() throws(TextError) -> Segmenter { try Segmenter(cloning: self) }

  /// Replaces `tokens` by the tokens of `text`. O(length).
  public func segment(_ text: UnsafeBufferPointer<UInt16>, into tokens: inout [Token]) throws(TextError) {
    tokens.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    if ends.count < text.count { ends = [Int32](repeating: 0, count: text.count * 2) }
    var status: Int32 = 0
    let count = Int(cicu_word_ends(breaker, text.baseAddress, Int32(text.count), &ends, &status))
    guard status <= 0 else { throw .icu(operation: "分词", status: status) }
    let classes = CharacterClasses.shared
    var start = 0
    for i in 0..<count {
      let end = Int(ends[i])
      tokens.append(Token(start: start, end: end, kind: classes.kind(of: text, start..<end)))
      start = end
    }
    if !lexicon.isEmpty { joinLexiconWords(of: text, in: &tokens) }
  }

  /// The tokens of `text`.
  public func tokens(of text: [UInt16]) throws(TextError) -> [Token] {
    var tokens: [Token] = []
    try text.withUnsafeBufferPointer { buffer throws(TextError) in try segment(buffer, into: &tokens) }
    return tokens
  }

  /// From left to right, joins the longest run of two or more Han tokens that is one lexicon word.
  private func joinLexiconWords(of text: UnsafeBufferPointer<UInt16>, in tokens: inout [Token]) {
    var written = 0
    var i = 0
    while i < tokens.count {
      var last = i
      if tokens[i].kind == .han { last = lastOfLexiconWord(of: text, in: tokens, from: i) }
      tokens[written] = Token(start: Int(tokens[i].start), end: Int(tokens[last].end), kind: tokens[i].kind)
      written += 1
      i = last + 1
    }
    tokens.removeLast(tokens.count - written)
  }

  private func lastOfLexiconWord(
    of text: UnsafeBufferPointer<UInt16>, in tokens: [Token], from first: Int
  ) -> Int {
    var node = WordTrie.root
    var last = first
    var i = first
    while i < tokens.count, tokens[i].kind == .han {
      for unit in tokens[i].range {
        guard let following = lexicon.next(node, text[unit]) else { return last }
        node = following
      }
      if lexicon.value(node) >= 0 { last = i }
      i += 1
    }
    return last
  }
}
