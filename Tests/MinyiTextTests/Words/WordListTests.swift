import MinyiModel
import MinyiText
import Testing

struct WordListTests {
  private func list(_ costs: [[UInt16]: UInt16]) -> WordList {
    var list = WordList()
    for (word, cost) in costs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let isAppended = list.append(word, cost: cost)
      #expect(isAppended, "\(shown(word))")
    }
    return list
  }

  private func costs(_ list: WordList) -> [[UInt16]: UInt16] {
    Dictionary(
      uniqueKeysWithValues: (0..<list.count).map { (Array(list.units[list.range($0)]), list.costs[$0]) })
  }

  private func random(_ random: inout SplitMix64) -> [[UInt16]: UInt16] {
    var words: [[UInt16]: UInt16] = [:]
    for _ in 0..<random.next(below: 30) {
      let word = (0..<1 + random.next(below: 3)).map { _ in UInt16(0x61 + random.next(below: 3)) }
      words[word] = random.next(below: 4) == 0 ? DoubleArray.noCost : UInt16(random.next(below: 9))
    }
    return words
  }

  @Test func mergingIsThatOfDictionaries() {
    var generator = SplitMix64(seed: 1)
    for round in 0..<300 {
      let first = random(&generator).filter { $0.value != DoubleArray.noCost }
      let second = random(&generator)
      let merged = list(first).merged(with: list(second))
      let expected = first.merging(second) { $1 }.filter { $0.value != DoubleArray.noCost }
      #expect(costs(merged) == expected, "round \(round)")
      let words = (0..<merged.count).map { Array(merged.units[merged.range($0)]) }
      #expect(words == expected.keys.sorted { $0.lexicographicallyPrecedes($1) }, "round \(round)")
    }
  }

  @Test func aWordOutOfOrderIsNotTaken() {
    var list = WordList()
    let (first, second) = (list.append(Array("b".utf16), cost: 1), list.append(Array("ba".utf16), cost: 2))
    #expect(first && second)
    for word in ["b", "ba", "a", "azz"] {
      let isAppended = list.append(Array(word.utf16), cost: 3)
      #expect(!isAppended && list.count == 2, "\(word)")
    }
    #expect(costs(list) == [Array("b".utf16): 1, Array("ba".utf16): 2])
  }
}
