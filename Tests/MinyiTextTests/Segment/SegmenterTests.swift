import CICU
import MinyiModel
import MinyiText
import Testing

struct SegmenterTests {
  private func texts(seed: UInt64, count: Int) -> [[UInt16]] {
    var random = RandomUnits(seed: seed)
    return (0..<count).map { _ in random.next() }
  }

  @Test func tokensTileTheText() throws {
    let lexicon = WordTrie(["小区居民", "居民噪音", "噪音扰民", "物业小区"].map { (word: $0, value: 1) })
    let segmenter = try Segmenter(lexicon: lexicon)
    for text in texts(seed: 1, count: 4000) {
      let tokens = try segmenter.tokens(of: text)
      var end = 0
      for token in tokens {
        #expect(token.range.lowerBound == end && token.length > 0, "\(shown(text))")
        end = token.range.upperBound
      }
      #expect(end == text.count, "\(shown(text))")
    }
  }

  @Test func withoutALexiconTheBoundariesAreThoseOfICU() throws {
    let segmenter = try Segmenter()
    var status: Int32 = 0
    let breaker = try #require(cicu_word_breaker_open(&status))
    defer { cicu_word_breaker_close(breaker) }
    for text in texts(seed: 2, count: 4000) {
      var ends = [Int32](repeating: 0, count: text.count)
      let count = cicu_word_ends(breaker, text, Int32(text.count), &ends, &status)
      #expect(status <= 0)
      let tokens = try segmenter.tokens(of: text)
      #expect(tokens.map(\.end) == Array(ends.prefix(Int(count))), "\(shown(text))")
    }
  }

  @Test func noTokenCutsASurrogatePair() throws {
    let segmenter = try Segmenter()
    for text in texts(seed: 3, count: 2000) {
      for token in try segmenter.tokens(of: text) where token.range.upperBound < text.count {
        let end = token.range.upperBound
        #expect(
          !(UTF16.isLeadSurrogate(text[end - 1]) && UTF16.isTrailSurrogate(text[end])),
          "\(shown(text)) at \(end)")
      }
    }
  }

  @Test func aCopyCutsTheSame() throws {
    let lexicon = WordTrie(["小区居民", "龙津河"].map { (word: $0, value: 1) })
    let segmenter = try Segmenter(lexicon: lexicon)
    let copy = try segmenter.copy()
    for text in texts(seed: 4, count: 1000) {
      // Taken by turns: neither leaves anything behind for the other.
      let tokens = try segmenter.tokens(of: text)
      #expect(try copy.tokens(of: text) == tokens, "\(shown(text))")
      #expect(try segmenter.tokens(of: text) == tokens, "\(shown(text))")
    }
  }

  @Test func lexiconWordsAreTheLongestRunsOfWholeTokens() throws {
    let plain = try Segmenter()
    var random = RandomUnits(seed: 5)
    for _ in 0..<400 {
      let text = random.next(maximum: 40)
      let pieces = try plain.tokens(of: text)
      // Words that fit the tokens, words that cut into them, and single tokens.
      var words: Set<[UInt16]> = []
      for _ in 0..<8 where !pieces.isEmpty {
        let first = random.generator.next(below: pieces.count)
        let last = min(pieces.count - 1, first + random.generator.next(below: 4))
        let start = pieces[first].range.lowerBound
        let end = pieces[last].range.upperBound
        let cut = random.generator.next(below: 3) == 0 ? 1 : 0
        if start + cut < end { words.insert(Array(text[start + cut..<end])) }
      }
      // Half a surrogate pair is no String: such words cannot be in a lexicon.
      words = words.filter { Array(String(decoding: $0, as: UTF16.self).utf16) == $0 }
      let lexicon = WordTrie(words.map { (word: String(decoding: $0, as: UTF16.self), value: 0) })
      let tokens = try Segmenter(lexicon: lexicon).tokens(of: text)
      #expect(tokens == joined(pieces, of: text, by: words), "\(shown(text)) by \(words.map { shown($0) })")
    }
  }

  /// The rule, restated: at each token the longest run of Han tokens from there that is a word is one token.
  private func joined(_ pieces: [Token], of text: [UInt16], by words: Set<[UInt16]>) -> [Token] {
    var tokens: [Token] = []
    var first = 0
    while first < pieces.count {
      let last = (first..<pieces.count).last { last in
        pieces[first...last].allSatisfy { $0.kind == .han }
          && words.contains(Array(text[pieces[first].range.lowerBound..<pieces[last].range.upperBound]))
      }
      let end = last ?? first
      tokens.append(
        Token(
          start: pieces[first].range.lowerBound, end: pieces[end].range.upperBound, kind: pieces[first].kind))
      first = end + 1
    }
    return tokens
  }

  @Test func aWordThatBeginsOrEndsInsideATokenIsNotCutOut() throws {
    // ICU has 居民 as one word; 民噪 would begin inside it.
    let text = Array("居民噪音".utf16)
    let pieces = try Segmenter().tokens(of: text)
    #expect(pieces.map(\.range) == [0..<2, 2..<4])
    let inside = try Segmenter(lexicon: WordTrie([(word: "民噪", value: 1), (word: "居民噪", value: 1)]))
    #expect(try inside.tokens(of: text) == pieces)
    let whole = try Segmenter(lexicon: WordTrie([(word: "居民噪音", value: 1)]))
    #expect(try whole.tokens(of: text) == [Token(start: 0, end: 4, kind: .han)])
  }

  @Test(arguments: [
    ("汉", TokenKind.han), ("居民", .han), ("々", .han), ("〇", .han), ("𠮷", .han), ("a", .letter),
    ("wifi", .letter),
    ("a3", .letter), ("3a", .letter), ("я", .letter), ("か", .letter), ("カタカナ", .letter), ("한국", .letter),
    ("e\u{301}", .letter), ("𝐀", .letter), ("123", .number), ("1,234.5", .number), ("２０", .number),
    ("٣", .number), ("𝟙", .number), ("，", .other), (" ", .other), ("😀", .other), ("\u{301}", .other),
    ("\u{FFFD}", .other),
  ])
  func kindsAreThoseOfTheCharacters(text: String, kind: TokenKind) throws {
    let units = Array(text.utf16)
    let tokens = try Segmenter().tokens(of: units)
    #expect(tokens == [Token(start: 0, end: units.count, kind: kind)], "\(text)")
  }

  @Test func emptyTextHasNoTokens() throws {
    let segmenter = try Segmenter()
    var tokens = [Token(start: 0, end: 3, kind: .han)]
    try [UInt16]().withUnsafeBufferPointer { try segmenter.segment($0, into: &tokens) }
    #expect(tokens.isEmpty)
  }
}
