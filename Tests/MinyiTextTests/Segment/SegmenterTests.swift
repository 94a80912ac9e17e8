import MinyiModel
import MinyiText
import Testing

struct SegmenterTests {
  private func texts(seed: UInt64, count: Int) -> [[UInt16]] {
    var random = RandomUnits(seed: seed)
    return (0..<count).map { _ in random.next() }
  }

  private static let dictionary = CompiledDictionary(
    Lexicon(words: ["小区居民", "居民噪音", "噪音扰民", "物业小区", "龙津河", "a小区", "12.5居民"]))

  @Test(arguments: Segmenter.Engine.allCases)
  func tokensTileTheText(engine: Segmenter.Engine) throws {
    let segmenter = try Segmenter(dictionary: SegmenterTests.dictionary, engine: engine)
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

  @Test func withoutALexiconBothEnginesGiveTheSameTokens() throws {
    let compiled = try Segmenter()
    let icu = try Segmenter(dictionary: .icu(), engine: .icu)
    let boundaries = try ICUBoundaries()
    #expect(compiled.engine == .compiled && icu.engine == .icu)
    for text in texts(seed: 2, count: 4000) {
      // Kinds too, which the differential tests do not see.
      let tokens = try icu.tokens(of: text)
      #expect(try compiled.tokens(of: text) == tokens, "\(shown(text))")
      #expect(try tokens.map(\.end) == boundaries.ends(of: text), "\(shown(text))")
    }
  }

  @Test func noTokenCutsASurrogatePair() throws {
    let segmenter = try Segmenter(dictionary: SegmenterTests.dictionary)
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
    let segmenter = try Segmenter(dictionary: SegmenterTests.dictionary)
    let copy = try segmenter.copy()
    for text in texts(seed: 4, count: 1000) {
      // Taken by turns: neither leaves anything behind for the other.
      let tokens = try segmenter.tokens(of: text)
      #expect(try copy.tokens(of: text) == tokens, "\(shown(text))")
      #expect(try segmenter.tokens(of: text) == tokens, "\(shown(text))")
    }
  }

  @Test func tokensDoNotDependOnThreads() throws {
    let texts = texts(seed: 5, count: 2000)
    let outcomes = try [1, 3].map { threads in
      try ParallelChunks(threadCount: threads).map(count: texts.count, chunkSize: 90) { range in
        let segmenter = try Segmenter(dictionary: SegmenterTests.dictionary)
        return try texts[range].map(segmenter.tokens)
      }
    }
    #expect(outcomes[0] == outcomes[1])
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
