import MinyiIndex
import MinyiModel
import Testing

struct TermBagTests {
  /// Terms of one to seven letters, so that some are their own key and some are hashed.
  private static func vocabulary(_ count: Int) -> (terms: [String], vocabulary: Vocabulary) {
    let terms = (0..<count).map { String(repeating: "x", count: $0 % 3) + String($0, radix: 36) }
      .sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    var table = TermTable()
    for term in terms {
      _ = Array(term.utf16).withUnsafeBufferPointer { table.insert($0[...]) }
    }
    return (
      terms, Vocabulary(table: table, documentFrequencies: [Int32](repeating: 1, count: terms.count))
    )
  }

  /// As a dictionary counts; with ids of one, two and three bytes.
  @Test(arguments: [1, 90, 256, 2_000, 70_000])
  func countsAsADictionaryDoes(_ termCount: Int) {
    let (terms, vocabulary) = TermBagTests.vocabulary(termCount)
    var bag = TermBag(TermLookup(vocabulary))
    var random = SplitMix64(seed: UInt64(termCount))
    for length in [0, 1, 2, 40, 700] {
      var expected: [UInt32: UInt32] = [:]
      var known = 0
      for _ in 0..<length {
        // One in four is a stranger; some come again and again.
        let number = random.next(below: 1 + random.next(below: termCount))
        let isKnown = random.next(below: 4) > 0
        let weight = UInt32(1 + random.next(below: 3))
        Array((isKnown ? terms[number] : "?\(number)").utf16).withUnsafeBufferPointer {
          bag.add($0[...], weight: weight)
        }
        if isKnown {
          known += 1
          expected[UInt32(number), default: 0] += weight
        }
      }
      let (ids, counts) = bag.take { (Array($0), Array($1)) }
      #expect(ids == expected.keys.sorted())
      #expect(counts == ids.map { expected[$0] })
      #expect(bag.knownShare == (length == 0 ? 0 : Double(known) / Double(length)))
    }
  }
}
