import MinyiModel
import MinyiText
import Testing

/// Words that no dictionary lists: what is joined, what is cut, and what is left alone.
struct TokenJoinerTests {
  private static let lexicon: Lexicon = {
    var lexicon = Lexicon(words: ["云峰", "一次", "都是", "5G基站"])
    for (role, characters) in [
      (.numeral, "一二三四五六七八九十百千万亿零两〇"), (.magnitude, "万亿千百"), (.ordinal, "第"), (.year, "年"), (.time, "月日时"),
      (.count, "几"), (.measure, "个条次年日月元"), (.adverb, "也都最"), (.light, "是有大"), (.tail, "的了"),
      (.surname, "王李敏"),
      (.transliteration, "克斯尔姆夫"), (.place, "村镇路河桥"), (.function, "的了是在和一二三四五六七八九十上下也都又"), (.repeated, "—…"),
    ] as [(Morphemes.Role, String)] {
      lexicon.morphemes.insert(characters, as: role)
    }
    return lexicon
  }()
  private static let dictionary = CompiledDictionary(lexicon)

  private func tokens(_ text: String, _ engine: Segmenter.Engine) throws -> [(text: String, kind: TokenKind)]
  {
    let units = Array(text.utf16)
    let segmenter = try Segmenter(dictionary: TokenJoinerTests.dictionary, engine: engine)
    return try segmenter.tokens(of: units).map {
      (String(decoding: units[$0.range], as: UTF16.self), $0.kind)
    }
  }

  private func check(_ expected: String, _ engine: Segmenter.Engine = .compiled) throws {
    let text = expected.replacing("|", with: "")
    let found = try tokens(text, engine).map(\.text).joined(separator: "|")
    #expect(found == expected)
  }

  @Test(arguments: [
    "2019年|3月|5日", "19年", "2019|年底", "123|年", "12.5|年", "1|年", "二〇一九年", "三百|年", "三十一日", "十二月", "十二|条",
    "三|日", "8时", "3万|元", "3亿", "2百万", "3|个|月", "12.5万|元", "第3", "第十二|条", "第二百|条", "第三十二|条", "第三", "第三|5",
    "第|个",
    "三千五百|元",
    "一百二十|元",
    "3|、|4日", "两|年",
  ])
  func numbersAndDates(expected: String) throws { try check(expected) }

  @Test(arguments: ["2019年", "3万", "三十一日", "二〇一九年", "第二百"])
  func numbersAreOfTheirKind(text: String) throws {
    for engine in Segmenter.Engine.allCases where text != "三十一日" || engine == .compiled {
      let found = try tokens(text, engine)
      #expect(found.count == 1 && found[0].kind == .number, "\(found)")
    }
  }

  @Test(arguments: [
    // Repeated marks, of the same character only, and only those with the role.
    "——", "来|———|去", "……", "—|…|—", "，|，|，", "、|、",
    // Three single characters or more.
    "克|尔", "姆尔斯|来", "姆|克|来",
    // A family name stays apart.
    "王|芃恺|说", "李|芃恺", "王|芃", "王|芃|的",
    // One or two characters before a place, none of them of grammar.
    "水芯村", "芯村", "在|芯村", "水|的|村", "村|的",
  ])
  func marksAndNames(expected: String) throws { try check(expected) }

  @Test(arguments: [
    ("新的", "新|的"), ("一年", "一|年"), ("也是", "也|是"), ("几个", "几|个"), ("最大", "最|大"), ("十一日", "十一日"),
    ("十二条", "十二|条"),
    // Words of the lexicon stay.
    ("一次", "一次"), ("都是", "都是"),
  ])
  func phrasesAreCutAndWordsKept(text: String, expected: String) throws {
    // ICU lists them all: otherwise nothing is cut.
    try #require(ICUWords.all()[Array(text.utf16)] != nil)
    try check(expected)
  }

  @Test func withoutRolesNothingIsJoined() throws {
    let segmenter = try Segmenter()
    for text in ["2019年", "3万", "——", "姆尔斯", "水芯村", "第二百条"] {
      #expect(try segmenter.tokens(of: Array(text.utf16)).count > 1, "\(text)")
    }
  }

  /// Texts that are full of what is joined.
  private func texts(seed: UInt64, count: Int) -> [[UInt16]] {
    var random = RandomUnits(seed: seed)
    let pieces = [
      "一", "二", "三", "十", "百", "万", "亿", "第", "年", "月", "日", "几", "个", "都", "是", "的", "王", "李", "克", "斯", "尔",
      "姆", "夫", "村", "路", "河", "芃", "恺", "—", "…", "2019", "3", "12.5", "5G", "5G基站", "基站", "云峰", "a", "，",
    ].map { Array($0.utf16) }
    return (0..<count).map { _ in
      (0..<random.generator.next(below: 16)).flatMap { _ in
        random.generator.next(below: 12) == 0
          ? random.next(maximum: 2) : pieces[random.generator.next(below: pieces.count)]
      }
    }
  }

  @Test(arguments: Segmenter.Engine.allCases)
  func tokensTileTheTextAndEndWhereWordsEnd(engine: Segmenter.Engine) throws {
    let segmenter = try Segmenter(dictionary: TokenJoinerTests.dictionary, engine: engine)
    let icu = try ICUBoundaries()
    for text in texts(seed: 1, count: 6000) {
      let tokens = try segmenter.tokens(of: text)
      #expect(tokens.map(\.start) == [0] + tokens.map(\.end).dropLast() || text.isEmpty, "\(shown(text))")
      #expect(
        tokens.allSatisfy { $0.length > 0 } && tokens.last.map { Int($0.end) } ?? 0 == text.count,
        "\(shown(text))")
      // Joining makes no new boundaries.
      if engine == .icu {
        #expect(try Set(icu.ends(of: text)).isSuperset(of: tokens.map(\.end)), "\(shown(text))")
      }
    }
  }

  @Test func tokensDoNotDependOnThreadsOrOnTheTextsBefore() throws {
    let texts = texts(seed: 2, count: 1500)
    let expected = try texts.map { try Segmenter(dictionary: TokenJoinerTests.dictionary).tokens(of: $0) }
    let found = try ParallelChunks(threadCount: 3).map(count: texts.count, chunkSize: 70) { range in
      let segmenter = try Segmenter(dictionary: TokenJoinerTests.dictionary)
      return try texts[range].reversed().map(segmenter.tokens).reversed().map { $0 }
    }
    #expect(Array(found.joined()) == expected)
  }
}
