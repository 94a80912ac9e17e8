import MinyiModel
import MinyiText
import Testing

/// The trie against a dictionary.
struct WordTrieTests {
  /// Words over a small alphabet, so that many share prefixes, with a value each; later ones replace earlier ones.
  private func randomWords(_ random: inout SplitMix64, count: Int, alphabet: [UInt16], longest: Int)
    -> [(word: String, value: Int32)]
  {
    (0..<count).map { _ in
      let units = (0..<1 + random.next(below: longest)).map { _ in
        alphabet[random.next(below: alphabet.count)]
      }
      return (String(decoding: units, as: UTF16.self), Int32(random.next(below: 1000)))
    }
  }

  private func oracle(_ words: [(word: String, value: Int32)]) -> [[UInt16]: Int32] {
    var values: [[UInt16]: Int32] = [:]
    for (word, value) in words { values[Array(word.utf16)] = value }
    return values
  }

  private let alphabet: [UInt16] = Array("水电a".utf16)

  @Test func everySubstringHasTheValueThatADictionaryGives() {
    var random = SplitMix64(seed: 1)
    for round in 0..<60 {
      let words = randomWords(&random, count: random.next(below: 60), alphabet: alphabet, longest: 6)
      let trie = WordTrie(words)
      let values = oracle(words)
      let text = (0..<40).map { _ in alphabet[random.next(below: alphabet.count)] }
      #expect(trie.isEmpty == values.isEmpty, "round \(round)")
      text.withUnsafeBufferPointer { units in
        for start in 0...units.count {
          for end in start...units.count {
            #expect(
              trie.value(of: units[start..<end]) == values[Array(units[start..<end])] ?? -1,
              "round \(round), \(shown(Array(units[start..<end])))")
          }
        }
      }
    }
  }

  @Test func theLongestMatchIsThatOfTryingAllLengths() {
    var random = SplitMix64(seed: 2)
    for round in 0..<60 {
      let words = randomWords(&random, count: random.next(below: 40), alphabet: alphabet, longest: 5)
      let trie = WordTrie(words)
      let values = oracle(words)
      let text = (0..<50).map { _ in alphabet[random.next(below: alphabet.count)] }
      text.withUnsafeBufferPointer { units in
        for start in 0...units.count {
          let end = (start..<units.count).last { values[Array(units[start...$0])] != nil }.map { $0 + 1 }
          let match = trie.longestMatch(in: units, at: start)
          #expect(match?.end == end, "round \(round) at \(start) of \(shown(text))")
          #expect(match?.value == end.flatMap { values[Array(units[start..<$0])] })
        }
      }
    }
  }

  @Test func manyWordsAreAllFoundAndNoOthers() {
    // Enough for the table to grow many times.
    var random = SplitMix64(seed: 3)
    let wide = (0..<3000).map { UInt16(0x4E00 + $0) }
    let words = randomWords(&random, count: 20_000, alphabet: wide, longest: 4)
    let trie = WordTrie(words)
    let values = oracle(words)
    let probes = randomWords(&random, count: 20_000, alphabet: wide, longest: 2)
    for word in words.map(\.word) + probes.map(\.word) {
      let units = Array(word.utf16)
      let value = units.withUnsafeBufferPointer { trie.value(of: $0[...]) }
      #expect(value == values[units] ?? -1, "\(word)")
    }
  }

  @Test func theEmptyWordIsNone() {
    let trie = WordTrie([(word: "", value: 5)])
    #expect(trie.isEmpty)
    #expect(trie.value(WordTrie.root) == -1)
  }

  @Test func stepsLeadThroughTheUnitsOfAWord() throws {
    let trie = WordTrie([(word: "𠮷房", value: 7)])
    var node = WordTrie.root
    for unit in "𠮷房".utf16 {
      #expect(trie.value(node) == -1)
      node = try #require(trie.next(node, unit))
    }
    #expect(trie.value(node) == 7)
    #expect(trie.next(node, 0x623F) == nil)
    #expect(trie.next(WordTrie.root, 0x623F) == nil)
  }
}
