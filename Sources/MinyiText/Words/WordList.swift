/// Words with costs, in ascending order of their UTF-16 units, each word once.
package struct WordList {
  package private(set) var units: [UInt16] = []
  /// The word i is `units[starts[i]..<starts[i + 1]]`.
  private(set) var starts: [Int32] = [0]
  package private(set) var costs: [UInt16] = []

  package init() {}

  package var count: Int { costs.count }

  package func range(_ i: Int) -> Range<Int> { Int(starts[i])..<Int(starts[i + 1]) }

  /// Appends a word, which must come after all before it. `false`: it does not, and nothing was appended.
  package mutating func append(_ word: some Collection<UInt16>, cost: UInt16) -> Bool {
    if count > 0, !units[range(count - 1)].lexicographicallyPrecedes(word) { return false }
    units.append(contentsOf: word)
    starts.append(Int32(units.count))
    costs.append(cost)
    return true
  }

  /// Both lists as one; where a word is in both, `other` decides, and `DoubleArray.noCost` takes it out.
  package func merged(with other: WordList) -> WordList {
    var result = WordList()
    result.units.reserveCapacity(units.count + other.units.count)
    var i = 0
    var j = 0
    while i < count || j < other.count {
      let takesOther = i == count || (j < other.count && !precedes(i, other, j))
      if takesOther {
        let word = other.units[other.range(j)]
        if i < count, units[range(i)] == word { i += 1 }
        if other.costs[j] != DoubleArray.noCost { _ = result.append(word, cost: other.costs[j]) }
        j += 1
      } else {
        _ = result.append(units[range(i)], cost: costs[i])
        i += 1
      }
    }
    return result
  }

  private func precedes(_ i: Int, _ other: WordList, _ j: Int) -> Bool {
    units[range(i)].lexicographicallyPrecedes(other.units[other.range(j)])
  }
}
