import MinyiModel
import MinyiText
import Testing

/// Discovered words against their definition, and that nothing but the texts matters.
struct WordFinderTests {
  private static let stopWords = ["谢谢"]
  private static let functionCharacters = ["的", "和"]

  private func words(
    _ texts: [PiecedText], copies: [Int]? = nil, options: WordFinderOptions, decided: [String] = [],
    refused: Set<String> = [], threads: Int = 1
  ) throws -> [NewWord] {
    var lexicon = Lexicon(words: decided)
    lexicon.morphemes.insert("一二三", as: .numeral)
    var finder = WordFinder(
      rules: TermRules(
        stopWords: WordFinderTests.stopWords, functionCharacters: WordFinderTests.functionCharacters),
      lexicon: lexicon, threads: ParallelChunks(threadCount: threads))
    finder.options = options
    finder.refused = refused
    return try finder.words(copies: copies ?? texts.map { _ in 1 }) { range, part in
      for text in range { texts[text].read { part(text, $0, $1) } }
    }
  }

  /// Random texts over few pieces, so that joins recur in every form.
  private static func texts(_ count: Int, _ random: inout SplitMix64) -> [PiecedText] {
    let pieces = ["龙", "津", "河", "龙津", "大桥", "的", "和", "谢谢", "一", "小区居民委员", "水", ",", "12"]
    return (0..<count).map { _ in
      let line = (0..<random.next(below: 12)).map { _ in
        random.next(below: 9) == 0
          ? "|" : pieces[min(random.next(below: 16), random.next(below: pieces.count))]
      }
      return PiecedText(line.joined(separator: " "))
    }
  }

  @Test func wordsAreThoseOfTheDefinition() throws {
    var random = SplitMix64(seed: 41)
    var foundCount = 0
    for round in 0..<150 {
      let texts = WordFinderTests.texts(2 + random.next(below: 40), &random)
      let copies = texts.map { _ in 1 + random.next(below: 3) }
      var options = WordFinderOptions()
      options.minimumTexts = 2 + random.next(below: 2)
      options.minimumInformation = [-9, 0.13, 0.71][random.next(below: 3)]
      options.minimumInformationOfWords = [-9, 0.33][random.next(below: 2)]
      options.minimumInformationAcrossFunction = [-9, 1.17][random.next(below: 2)]
      options.minimumEntropy = [-1, 0.93, 1.57][random.next(below: 3)]
      options.sufficientShare = [2, 0.61][random.next(below: 2)]
      options.containedShare = [0.47, 0.83, 2][random.next(below: 3)]
      let expected = NaiveWordFinder(
        options: options, stopWords: Set(WordFinderTests.stopWords),
        functionCharacters: Set(WordFinderTests.functionCharacters), decided: ["龙津河", "津河"]
      ).words(texts, copies: copies)
      let found = try words(
        texts, copies: copies, options: options, decided: ["龙津河"], refused: ["津河"])
      #expect(Set(found.map(\.word)) == Set(expected.keys), "round \(round)")
      for word in found {
        let naive = try #require(expected[word.word])
        #expect(
          (word.texts, word.posts, word.occurrences) == (naive.texts, naive.posts, naive.occurrences),
          "round \(round): \(word)")
        for (value, other) in [
          (word.information, naive.information), (word.leftEntropy, naive.left),
          (word.rightEntropy, naive.right),
        ] {
          #expect(abs(value - other) < 1e-9, "round \(round): \(word), expected \(naive)")
        }
      }
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score }, "round \(round)")
      foundCount += found.count
    }
    #expect(foundCount > 300)
  }

  /// 翠湖 eight times, with every neighbour different but for two; counted by hand.
  @Test func bitsAreThoseOfAWorkedExample() throws {
    let texts = [
      "翠 湖 电梯", "翠 湖 停水", "翠 湖 电费", ", 翠 湖", "住 翠 湖 , 湖 景", "看 翠 湖 5", "看 翠 湖 电表", "问 翠 湖 路灯", "湖 景",
    ].map { PiecedText($0) }
    var options = WordFinderOptions()
    options.minimumInformation = 0
    options.minimumEntropy = 1
    let found = try words(texts, options: options)
    #expect(found.map(\.word) == ["翠湖"])
    let word = try #require(found.first)
    // 29 Han tokens: 翠 8, 湖 10, 景 2, 看 2 and seven that occur once.
    #expect(abs(word.information - 1.5361) < 0.0001, "log2(8 · 29 / (8 · 10))")
    // Left: four boundaries, 住, 看 twice, 问: log2 8 − 2 · log2 2 / 8.
    #expect(abs(word.leftEntropy - 2.75) < 1e-12)
    // Right: 电 three times, 停, two boundaries, 5, 路: log2 8 − 3 · log2 3 / 8.
    #expect(abs(word.rightEntropy - 2.4056) < 0.0001)
    #expect((word.texts, word.posts, word.occurrences) == (8, 8, 8))
    // log2 9 · 1.5361 · 2.4056
    #expect(abs(word.score - 11.714) < 0.002)
    #expect(word.firstTexts == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func threadsAndTheOrderOfTextsDoNotMatter() throws {
    var random = SplitMix64(seed: 42)
    let texts = WordFinderTests.texts(1500, &random)
    var options = WordFinderOptions()
    options.minimumInformation = -9
    options.minimumInformationOfWords = -9
    options.minimumEntropy = 0.5
    let expected = try words(texts, options: options)
    #expect(expected.count > 20)
    for threads in [2, 3, 8] {
      #expect(try words(texts, options: options, threads: threads) == expected, "\(threads) threads")
    }
    let order = Array(texts.indices).shuffled(using: &random)
    var shuffled = try words(order.map { texts[$0] }, options: options, threads: 2)
    var plain = expected
    // Which texts come first is all that may differ.
    for i in shuffled.indices { shuffled[i].firstTexts = [] }
    for i in plain.indices { plain[i].firstTexts = [] }
    #expect(shuffled == plain)
  }

  @Test func noTextsGiveNoWords() throws {
    #expect(try words([], options: WordFinderOptions()).isEmpty)
    #expect(try words([PiecedText(""), PiecedText("|")], options: WordFinderOptions()).isEmpty)
  }

  @Test func anErrorOfReadingIsThrown() {
    struct Failure: Error {}
    let finder = WordFinder(
      rules: TermRules(), lexicon: .empty, threads: ParallelChunks(threadCount: 2))
    #expect(throws: Failure.self) { try finder.words(copies: [1, 1]) { _, _ in throw Failure() } }
  }
}
