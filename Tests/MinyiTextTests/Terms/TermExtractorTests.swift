import MinyiModel
import MinyiText
import Testing

struct TermExtractorTests {
  private let extractor = TermExtractor(
    rules: TermRules(stopWords: ["谢谢", "the", "好"], functionCharacters: ["的", "了", "没有"]))

  /// `pieces` as tokens of a text, with the terms found in it.
  private func terms(_ pieces: [(String, TokenKind)]) -> [String] {
    var units: [UInt16] = []
    var tokens: [Token] = []
    for (piece, kind) in pieces {
      tokens.append(Token(start: units.count, end: units.count + piece.utf16.count, kind: kind))
      units += piece.utf16
    }
    var terms: [String] = []
    units.withUnsafeBufferPointer { text in
      extractor.forEachTerm(of: text, pieces: tokens) {
        terms.append(String(decoding: text[$0], as: UTF16.self))
      }
    }
    return terms
  }

  private func han(_ pieces: String...) -> [(String, TokenKind)] { pieces.map { ($0, .han) } }

  @Test func namesThatAreCutComeBackAsPairs() {
    #expect(terms(han("龙", "津", "河")) == ["龙", "津", "龙津", "河", "津河"])
    #expect(terms(han("搅拌", "站")) == ["搅拌", "站", "搅拌站"])
    #expect(terms(han("丽", "发", "新城")) == ["丽", "发", "丽发", "新城", "发新城"])
  }

  @Test func twoLongWordsAreNoPair() { #expect(terms(han("小区", "居民")) == ["小区", "居民"]) }

  @Test func functionCharactersAndStopWordsPart() {
    #expect(terms(han("河", "的", "水")) == ["河", "水"])
    #expect(terms(han("河", "谢谢", "水")) == ["河", "水"])
    // Only single characters are function characters, and only longer words are stop words.
    #expect(terms(han("没有", "水")) == ["没有", "水", "没有水"])
    #expect(terms(han("好")) == ["好"])
  }

  @Test func otherKinds() {
    #expect(terms([("wifi", .letter), ("慢", .han)]) == ["wifi", "慢"])
    #expect(
      terms([("a", .letter), ("the", .letter), ("b5", .letter), ("12", .number), ("，", .other)]) == ["b5"])
    #expect(terms([("河", .han), ("3", .number), ("水", .han)]) == ["河", "水"])
    #expect(terms([("河", .han), ("，", .other), ("水", .han)]) == ["河", "水"])
    #expect(terms([]).isEmpty)
  }

  @Test func termsAreThoseOfTheRuleRestated() {
    let pieces: [(String, TokenKind)] = [
      ("河", .han), ("水", .han), ("的", .han), ("了", .han), ("谢谢", .han), ("居民", .han), ("小区", .han),
      ("没有", .han),
      ("𠮷", .han), ("wifi", .letter), ("a", .letter), ("the", .letter), ("7", .number), ("。", .other),
      ("好", .han),
    ]
    let content: Set = ["河", "水", "居民", "小区", "没有", "𠮷", "wifi", "好"]
    var random = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      let chosen = (0..<random.next(below: 12)).map { _ in pieces[random.next(below: pieces.count)] }
      var expected: [String] = []
      for (i, piece) in chosen.enumerated() where content.contains(piece.0) {
        expected.append(piece.0)
        if i > 0, content.contains(chosen[i - 1].0), chosen[i - 1].1 == .han, piece.1 == .han,
          chosen[i - 1].0.utf16.count == 1 || piece.0.utf16.count == 1
        {
          expected.append(chosen[i - 1].0 + piece.0)
        }
      }
      #expect(terms(chosen) == expected, "\(chosen.map(\.0))")
    }
  }
}
