import MinyiModel
import MinyiText
import TestSupport
import Testing

/// Words of a lexicon among those of ICU.
struct LexiconTests {
  /// Words for all examples together: compiling takes longer than any of them.
  private static let examples: CompiledDictionary = {
    var lexicon = Lexicon(words: [
      "住房", "城乡", "建设局", "城乡建设", "和城", "住房和城乡建设局", "民噪", "业主噪音", "5G基站", "C++", "12.5级",
      "a小区", "b小", "卡拉OK", "", "灯", "\u{0}\u{FFFF}", "龙 津", "𠮷房", String(repeating: "长", count: 21),
    ])
    lexicon.insertCut("路灯")
    lexicon.insertCut("水电")
    lexicon.insert("水电")
    lexicon.insert("车位")
    lexicon.insertCut("车位")
    for _ in 0..<2 {
      lexicon.insertCut("电梯")
      lexicon.insert("电梯")
    }
    return CompiledDictionary(lexicon)
  }()

  /// `text` cut by the examples, or by ICU's words alone; parts apart by `|`.
  private func cut(
    _ text: String, _ engine: Segmenter.Engine = .compiled, by dictionary: CompiledDictionary = examples
  ) throws -> String {
    let units = Array(text.utf16)
    let segmenter = try Segmenter(dictionary: dictionary, engine: engine)
    return try segmenter.tokens(of: units).map { String(decoding: units[$0.range], as: UTF16.self) }
      .joined(separator: "|")
  }

  private static func isPlainHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FA5).contains(unit) }

  @Test func wordsAndCutsEnterTheLattice() throws {
    var random = SplitMix64(seed: 1)
    let icu = try ICUWords.all()
    let listed = icu.keys.filter { (2...6).contains($0.count) && $0.allSatisfy(LexiconTests.isPlainHan) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var lexicon = Lexicon()
    var isWord: [[UInt16]: Bool] = [:]
    func decide(_ word: [UInt16], _ fate: Bool) {
      let text = String(decoding: word, as: UTF16.self)
      if fate { lexicon.insert(text) } else { lexicon.insertCut(text) }
      if (2...NaiveLattice.longestWord).contains(word.count) { isWord[word] = fate }
    }
    for i in 0..<1500 {
      // Neighbouring words, of which parts are cut off, so that a word often begins or ends inside another.
      var word = (0..<1 + random.next(below: 3)).flatMap { _ in listed[random.next(below: listed.count)] }
      word.removeFirst(random.next(below: min(3, word.count)))
      decide(word, i % 5 > 0)
      // What was said before does not count.
      if i % 7 == 0 { decide(word, i % 2 == 0) }
      if i % 3 == 0 { decide(listed[random.next(below: listed.count)], i % 2 == 0) }
    }
    let plain = NaiveLattice(costs: icu)
    var oracle = plain
    for (word, fate) in isWord {
      oracle.costs[word] = fate ? max(1, min(plain.path(word).cost - 1, 80 + 10 * word.count)) : nil
    }
    let segmenter = try Segmenter(dictionary: CompiledDictionary(lexicon))
    try #require(segmenter.engine == .compiled)
    let words = isWord.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for _ in 0..<3000 {
      let text = (0..<1 + random.next(below: 6)).flatMap { _ in
        random.next(below: 2) == 0
          ? words[random.next(below: words.count)] : listed[random.next(below: listed.count)]
      }
      let tokens = try segmenter.tokens(of: text)
      #expect(tokens.map { Int($0.end) } == oracle.path(text).ends, "\(shown(text))")
    }
    for (word, fate) in isWord where fate == false {
      #expect(try segmenter.tokens(of: word).count > 1, "\(shown(word))")
    }
  }

  @Test func aloneEveryWordWinsOverICUsWords() throws {
    // Of any words, not of frequent ones only.
    var random = SplitMix64(seed: 2)
    let icu = try ICUWords.sample(every: 11).filter { $0.allSatisfy(LexiconTests.isPlainHan) }
    var words: Set<[UInt16]> = []
    while words.count < 2000 {
      let word = (0...random.next(below: 4)).flatMap { _ in icu[random.next(below: icu.count)] }
      if (2...NaiveLattice.longestWord).contains(word.count) { words.insert(word) }
    }
    let lexicon = Lexicon(words: words.map { String(decoding: $0, as: UTF16.self) })
    let segmenter = try Segmenter(dictionary: CompiledDictionary(lexicon))
    for word in words { #expect(try segmenter.tokens(of: word).count == 1, "\(shown(word))") }
  }

  @Test func aLongWordWinsOverItsPartsInASentence() throws {
    let sentence = "请问住房和城乡建设局几时答复"
    #expect(try !cut(sentence, by: .icu()).contains("|住房和城乡建设局|"))
    #expect(try cut(sentence).contains("|住房和城乡建设局|"))
    #expect(try cut("住房城乡").split(separator: "|") == ["住房", "城乡"])
  }

  @Test func aWordInsideAnotherIsTakenWhereItPays() throws {
    #expect(try cut("民噪") == "民噪")
    // Its neighbours would have to stand alone, which costs more.
    #expect(try cut("居民噪音") == "居民|噪音")
    #expect(try cut("业主噪音") == "业主噪音")
    // Joined from ICU's own pieces it is not found.
    #expect(try cut("居民噪音", .icu) == "居民|噪音")
    #expect(try cut("业主噪音", .icu) == "业主噪音")
  }

  @Test func theLaterDecisionCounts() throws {
    for word in ["路灯", "水电", "车位", "电梯"] { #expect(try cut(word, by: .icu()) == word) }
    #expect(try cut("路灯") == "路|灯")
    #expect(try cut("水电") == "水电")
    #expect(try cut("车位") == "车|位")
    #expect(try cut("电梯") == "电梯")
  }

  @Test func whatCannotBeAWordIsToldAndDoesNoHarm() throws {
    for word in ["", "路", "a", "龙 津", "龙\u{3000}津", "龙\n", "𠮷房", "路灯😀", String(repeating: "长", count: 21)] {
      #expect(Lexicon.problem(with: word) != nil, "\(word)")
    }
    for word in ["路灯", "5G", "AB", "a1", String(repeating: "长", count: 20), "C++", "12.5级"] {
      #expect(Lexicon.problem(with: word) == nil, "\(word)")
    }
    let text = "灯龙 津𠮷房\u{0}\u{FFFF}" + String(repeating: "长", count: 21)
    for engine in Segmenter.Engine.allCases {
      #expect(try cut(text, engine).replacing("|", with: "") == text)
      #expect(try cut("长长", engine) == cut("长长", engine, by: .icu()))
    }
  }

  @Test(arguments: Segmenter.Engine.allCases)
  func wordsOfSeveralScriptsAreJoinedFromWholeTokens(engine: Segmenter.Engine) throws {
    for expected in [
      "建|5G基站|，", "15G|小区", "5G", "用|C++|吧|C|+", "12.5级", "12.5|元", "aa|小区", "a小区", "b|小区", "唱|卡拉OK|吧",
    ] {
      let found = try cut(expected.replacing("|", with: ""), engine)
      #expect(found == expected)
    }
  }

  @Test func ICUsWordsAreNotJoinedFromItsPieces() throws {
    // ICU lists 水心, and cuts it all the same.
    try #require(ICUWords.all()[Array("水心".utf16)] != nil)
    #expect(try cut("水心村", .icu) == cut("水心村", .icu, by: .icu()))
  }

  @Test func ICUsPiecesAreJoinedToTheLongestWords() throws {
    let plain = try Segmenter()
    var random = RandomUnits(seed: 5)
    var words: Set<[UInt16]> = []
    let texts = (0..<800).map { _ in random.next(maximum: 40) }
    for text in texts {
      let pieces = try plain.tokens(of: text)
      // Words that fit the tokens, words that cut into them, and single tokens.
      for _ in 0..<2 where !pieces.isEmpty {
        let first = random.generator.next(below: pieces.count)
        let last = min(pieces.count - 1, first + random.generator.next(below: 4))
        let start = pieces[first].range.lowerBound
        let end = pieces[last].range.upperBound
        let cut = random.generator.next(below: 3) == 0 ? 1 : 0
        if start + cut < end { words.insert(Array(text[start + cut..<end])) }
      }
    }
    // Half a surrogate pair is no String: such words cannot be in a lexicon.
    words = words.filter {
      (2...NaiveLattice.longestWord).contains($0.count)
        && Array(String(decoding: $0, as: UTF16.self).utf16) == $0
    }
    let lexicon = Lexicon(words: words.map { String(decoding: $0, as: UTF16.self) })
    let segmenter = try Segmenter(dictionary: CompiledDictionary(lexicon), engine: .icu)
    for text in texts {
      let expected = joined(try plain.tokens(of: text), of: text, by: words)
      #expect(try segmenter.tokens(of: text).map(\.range) == expected, "\(shown(text))")
    }
  }

  /// The rule, restated: at each token the longest run of tokens from there that is a word is one token.
  private func joined(_ pieces: [Token], of text: [UInt16], by words: Set<[UInt16]>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    while first < pieces.count {
      let start = pieces[first].range.lowerBound
      let last = (first..<pieces.count).last {
        words.contains(Array(text[start..<pieces[$0].range.upperBound]))
      }
      let end = last ?? first
      ranges.append(start..<pieces[end].range.upperBound)
      first = end + 1
    }
    return ranges
  }
}
