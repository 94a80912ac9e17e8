import MinyiText
import Testing

struct TextAnalyzerTests {
  private func texts(seed: UInt64) -> [String] {
    var random = RandomText(seed: seed)
    return (0..<1000).map { _ in random.next(of: RandomText.plain + RandomText.markup) }
  }

  @Test func analysisIsNormalizingThenSegmenting() throws {
    let cleaner = Cleaner()
    let segmenter = try Segmenter()
    let analyzer = TextAnalyzer(cleaner: cleaner, segmenter: try segmenter.copy())
    for text in texts(seed: 1) {
      let clean = cleaner.normalize(text)
      let tokens = try segmenter.tokens(of: clean.units)
      let segmented = try analyzer.segmented(text)
      #expect(segmented.clean == clean && segmented.tokens == tokens, "\(text.debugDescription)")
      #expect(segmented.source == Array(text.utf16), "\(text.debugDescription)")
      let (units, found) = try analyzer.withTokens(of: text) { (Array($0), $1) }
      #expect(units == clean.units && found == tokens, "\(text.debugDescription)")
    }
  }

  @Test func tokensGiveTheCleanedTextAndTheWritersOwnCharacters() throws {
    let analyzer = TextAnalyzer(cleaner: Cleaner(), segmenter: try Segmenter())
    let text = try analyzer.segmented("環境差，Ｗｉｆｉ<br>慢")
    #expect(text.tokens.map { text.string($0.range) }.joined() == text.clean.string)
    #expect(text.string(text.tokens[0].range) == "环境")
    #expect(text.sourceString(text.tokens[0].range) == "環境")
    let letters = try #require(text.tokens.first { $0.kind == .letter })
    #expect(text.string(letters.range) == "wifi" && text.sourceString(letters.range) == "Ｗｉｆｉ")
  }
}
