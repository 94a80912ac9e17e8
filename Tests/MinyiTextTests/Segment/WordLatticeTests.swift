import MinyiModel
import MinyiText
import Testing

/// The lattice against the naive dynamic programme.
struct WordLatticeTests {
  private func words(_ random: inout SplitMix64, count: Int, alphabet: Int, longest: Int, costs: [Int])
    -> [[UInt16]: Int]
  {
    var words: [[UInt16]: Int] = [:]
    for _ in 0..<count {
      let word = (0..<1 + random.next(below: longest)).map { _ in
        UInt16(0x4E00 + random.next(below: alphabet))
      }
      words[word] = costs[random.next(below: costs.count)]
    }
    return words
  }

  private func check(_ words: [[UInt16]: Int], _ run: [UInt16], _ compiled: CompiledWords) {
    let (path, expected) = (compiled.path(run), NaiveLattice(costs: words).path(run))
    #expect(path.ends == expected.ends && path.cost == expected.cost, "\(shown(run)) by \(words)")
  }

  @Test(arguments: [
    // Equal costs make many ways of the same cost.
    [1], [0, 1, 2], [0, 254, 255, 256], [100, 180, 250, 400, 3000],
  ])
  func randomWordsAndRuns(costs: [Int]) {
    var random = SplitMix64(seed: UInt64(costs.count))
    for round in 0..<150 {
      let alphabet = 1 + random.next(below: 5)
      let longest = round % 4 == 0 ? WordLattice.longestWord : 5
      let words = words(
        &random, count: random.next(below: 40), alphabet: alphabet, longest: longest, costs: costs)
      let compiled = CompiledWords(words)
      for _ in 0..<12 {
        // One more character than the words have.
        let run = (0..<random.next(below: 50)).map { _ in UInt16(0x4E00 + random.next(below: alphabet + 1)) }
        check(words, run, compiled)
      }
    }
  }

  @Test func longWordsOfOneCharacter() {
    let words = Dictionary(
      uniqueKeysWithValues: (1...WordLattice.longestWord).map {
        ([UInt16](repeating: 0x4E00, count: $0), 300 - 10 * $0)
      })
    let compiled = CompiledWords(words)
    for count in 0...90 { check(words, [UInt16](repeating: 0x4E00, count: count), compiled) }
  }

  @Test func withoutWordsEveryCharacterStandsAlone() {
    let path = CompiledWords([:]).path(Array("没有词".utf16))
    #expect(path.ends == [1, 2, 3] && path.cost == 3 * NaiveLattice.unknownCost)
  }

  @Test func ICUsCostsLeaveRoom() throws {
    // The lattice takes `noCost` for a cost; the characters of the longest word must cost less.
    let highest = try #require(ICUWords.all().values.max())
    #expect(max(highest, NaiveLattice.unknownCost) * WordLattice.longestWord < Int(DoubleArray.noCost))
  }

  @Test func ofEqualWaysTheOneWhoseLastWordBeginsFirst() {
    let words: [[UInt16]: Int] = [Array("水电".utf16): 10, Array("水".utf16): 5, Array("电".utf16): 5]
    #expect(CompiledWords(words).path(Array("水电".utf16)).ends == [2])
  }
}
