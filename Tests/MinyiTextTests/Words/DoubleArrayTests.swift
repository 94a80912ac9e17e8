import MinyiModel
import MinyiText
import Testing

/// The double array against a dictionary.
struct DoubleArrayTests {
  private func words(_ random: inout SplitMix64, count: Int, alphabet: [UInt16], longest: Int) -> [[UInt16]:
    Int]
  {
    var words: [[UInt16]: Int] = [:]
    for _ in 0..<count {
      let word = (0..<1 + random.next(below: longest)).map { _ in alphabet[random.next(below: alphabet.count)]
      }
      words[word] = random.next(below: Int(DoubleArray.noCost))
    }
    return words
  }

  /// Every word over `alphabet` of up to `longest` characters, the empty one too.
  private func all(_ alphabet: [UInt16], longest: Int) -> [[UInt16]] {
    var all: [[UInt16]] = [[]]
    var last = all
    for _ in 0..<longest {
      last = last.flatMap { word in alphabet.map { word + [$0] } }
      all += last
    }
    return all
  }

  /// What a look-up relies on: no step leaves the cells, no two nodes share a base, and no word goes on with
  /// code 0 or behind a leaf.
  private func checkInvariants(_ compiled: CompiledWords) {
    var bases: Set<UInt32> = []
    for cell in compiled.cells where DoubleArray.base(cell) != DoubleArray.leafBase {
      let base = DoubleArray.base(cell)
      #expect(Int(base) + Int(compiled.unknownCode) < compiled.cells.count)
      #expect(bases.insert(base).inserted, "base \(base) twice")
    }
    #expect(Int(compiled.unknownCode) < compiled.cells.count)
    let words = compiled.words
    #expect(compiled.cells.allSatisfy { words.child(of: $0, 0) == DoubleArray.noCell })
    #expect(
      (0...compiled.unknownCode).allSatisfy { words.child(of: DoubleArray.noCell, $0) == DoubleArray.noCell })
  }

  @Test func everyWordOverASmallAlphabetHasTheCostThatADictionaryGives() {
    var random = SplitMix64(seed: 1)
    // The last is in no word.
    let alphabet = Array("水电路灯".utf16)
    let candidates = all(alphabet, longest: 4)
    for round in 0..<40 {
      let words = words(
        &random, count: random.next(below: 80), alphabet: Array(alphabet.dropLast()), longest: 5)
      let compiled = CompiledWords(words)
      checkInvariants(compiled)
      for word in candidates {
        #expect(compiled.cost(of: word) == words[word], "round \(round), \(shown(word))")
      }
    }
  }

  @Test func manyWordsOfRandomUnitsAreAllFoundAndNoOthers() {
    var random = SplitMix64(seed: 2)
    for (count, units, longest) in [(20_000, 3000, 4), (3000, 0x10000, 20), (5000, 40, 12)] {
      let alphabet = (0..<units).map { UInt16($0 * (0x10000 / units)) }
      let words = words(&random, count: count, alphabet: alphabet, longest: longest)
      let compiled = CompiledWords(words)
      checkInvariants(compiled)
      let wrong = words.filter { compiled.cost(of: $0.key) != $0.value }
      #expect(wrong.isEmpty, "\(wrong.count) of \(words.count)")
      for word in words.keys.prefix(4000) {
        // Neighbours: one shorter, one longer, one with another end.
        let longer = word + [alphabet[random.next(below: alphabet.count)]]
        for other in [Array(word.dropLast()), longer, word.dropLast() + longer.suffix(1)] {
          #expect(compiled.cost(of: other) == words[other], "\(shown(other))")
        }
      }
    }
  }

  @Test func oneWordAndNone() {
    for words in [[:], [Array("桥".utf16): 0], [Array("一二三四五六七八九十".utf16): 65_534]] as [[[UInt16]: Int]] {
      let compiled = CompiledWords(words)
      checkInvariants(compiled)
      for word in [[], Array("桥".utf16), Array("一".utf16), Array("一二三四五六七八九十".utf16), [0], [0xFFFF]] {
        #expect(compiled.cost(of: word) == words[word], "\(shown(word))")
      }
    }
  }

  @Test func theSameWordsGiveTheSameCells() {
    var random = SplitMix64(seed: 3)
    let words = words(&random, count: 2000, alphabet: Array(0x4E00..<0x4F00), longest: 4)
    let again = Dictionary(uniqueKeysWithValues: words.shuffled(using: &random))
    #expect(CompiledWords(words).cells == CompiledWords(again).cells)
  }
}
