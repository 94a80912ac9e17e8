import MinyiModel
import MinyiText
import Testing

/// With ICU's words alone, the boundaries are those of `ubrk_next`.
struct DifferentialTests {
  @Test func everyTextOfTheSampleCorpus() throws {
    let texts = try SampleTexts.all()
    #expect(texts.count > 1000)
    let all = texts + [Array(texts.joined(separator: Array("\n".utf16)))]
    #expect(try BoundaryComparison.differences(count: all.count, chunkSize: 200) { Array(all[$0]) } == [])
  }

  @Test func randomStringsOfAllKindsOfCharacters() throws {
    let words = try ICUWords.sample(every: 50)
    let differences = try BoundaryComparison.differences(count: 200_000, chunkSize: 2000) { range in
      var mixed = MixedText(seed: UInt64(range.lowerBound), words: words)
      return range.map { _ in mixed.next() }
    }
    #expect(differences == [])
  }

  @Test func randomRunsOfHan() throws {
    // The tail of the dictionary: long words, and rare characters between them.
    let words = try ICUWords.sample(every: 7)
    let differences = try BoundaryComparison.differences(count: 20_000, chunkSize: 1000) { range in
      var mixed = MixedText(seed: 1 + UInt64(range.lowerBound), words: words)
      return range.map { _ in
        (0..<1 + mixed.random.next(below: 12)).flatMap { _ in
          // Parts of words make paths that end in the middle of others.
          var word = mixed.piece(mixed.random.next(below: 5) > 0 ? .dictionaryWord : .rareHan)
          if mixed.random.next(below: 3) == 0 { word.removeLast(mixed.random.next(below: word.count)) }
          return word
        }
      }
    }
    #expect(differences == [])
  }

  @Test func everyWordOfTheDictionary() throws {
    let words = try ICUWords.sample(every: 1)
    #expect(words.count > 100_000)
    #expect(
      try BoundaryComparison.differences(count: words.count, chunkSize: 5000) { Array(words[$0]) } == [])
  }

  @Test func everyPrefixOfLongSentences() throws {
    var sentences: Set<[UInt16]> = []
    for text in try SampleTexts.all() {
      text.withUnsafeBufferPointer { units in
        for range in SentenceSplitter.sentences(of: units) { sentences.insert(Array(units[range])) }
      }
    }
    let longest = sentences.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }.prefix(200).map { $0 }
    #expect(longest.count == 200 && longest.allSatisfy { $0.count > 30 })
    let differences = try BoundaryComparison.differences(count: longest.count, chunkSize: 10) { range in
      longest[range].flatMap { sentence in (0...sentence.count).map { Array(sentence.prefix($0)) } }
    }
    #expect(differences == [])
  }

  @Test func everyUnitBesideEveryKindOfNeighbour() throws {
    // `?` stands for the unit. The last is many texts: a boundary lies before every 。 whatever stands there.
    let contexts = [
      "??", "中国?", "?中国",
      "中?中。a?a。a?。1?1。a?1。か?中。カ?。😀?。?😀。中?\u{301}中。a??a。\r?。?\n。א?א。 ?a。_?_。가?가。中?\u{200D}😀。，?，",
    ].map { Array($0.utf16) }
    let differences = try BoundaryComparison.differences(count: 0x10000, chunkSize: 2048) { range in
      range.flatMap { unit in contexts.map { $0.map { $0 == 0x3F ? UInt16(unit) : $0 } } }
    }
    #expect(differences == [])
  }

  @Test func longRunsOfOneCharacter() throws {
    let texts = [
      "中", "一", "a", "1", "，", " ", "か", "カ", "😀", "\u{301}", "的小区", "中a", "中か", "𠮷", "1,", "a\u{301}",
    ].flatMap {
      text in [21, 127, 128, 129, 5000].map { Array(String(repeating: text, count: $0).utf16) }
    }
    #expect(try BoundaryComparison.differences(count: texts.count, chunkSize: 10) { Array(texts[$0]) } == [])
  }

  @Test func aDifferenceIsFoundAndMadeShort() throws {
    let comparison = try BoundaryComparison(dictionary: CompiledDictionary(Lexicon(words: ["居民噪音"])))
    #expect(try comparison.difference(in: Array("夜间居民楼的噪音".utf16)) == nil)
    let found = try #require(try comparison.difference(in: Array("昨晚的居民噪音，到3点才停。".utf16)))
    #expect(found.hasPrefix("居民噪音 ") && found.hasSuffix("compiled [4], ICU [2, 4]"), "\(found)")
  }
}
