/// Distinct terms, one behind the other, numbered in their order.
package struct TermList: Sendable {
  /// Units of all terms; term i is `starts[i]..<starts[i + 1]`.
  package private(set) var units: [UInt16] = []
  package private(set) var starts: [Int] = [0]

  package init() {}

  /// The terms `units[starts[i]..<starts[i + 1]]`; nil if these are not terms in ascending order. O(units).
  init?(units: [UInt16], starts: [Int]) {
    guard starts.first == 0, starts[starts.count - 1] == units.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.units = units
    self.starts = starts
    for term in 0..<max(0, count - 1) {
      let ascends = withUnits(of: term) { a in
        withUnits(of: term + 1) { a.lexicographicallyPrecedes($0) }
      }
      if !ascends { return nil }
    }
  }

  package var count: Int { starts.count - 1 }

  mutating func append(_ term: Slice<UnsafeBufferPointer<UInt16>>) {
    units.append(contentsOf: term)
    starts.append(units.count)
  }

  package func withUnits<Result>(of term: Int, _ body: (Slice<UnsafeBufferPointer<UInt16>>) -> Result)
    -> Result
  {
    units.withUnsafeBufferPointer { body($0[starts[term]..<starts[term + 1]]) }
  }

  /// `numbers` in the order of their terms' units.
  func sorted(_ numbers: [Int]) -> [Int] {
    units.withUnsafeBufferPointer { units in
      // Most terms are told apart by their first four units, which one comparison of integers does.
      let keyed = numbers.map { number in
        let term = units[starts[number]..<starts[number + 1]]
        var key: UInt64 = 0
        for i in 0..<4 { key = key << 16 | (i < term.count ? UInt64(term[term.startIndex + i]) : 0) }
        return (key: key, number: number)
      }
      return keyed.sorted { a, b in
        if a.key != b.key { return a.key < b.key }
        return units[starts[a.number]..<starts[a.number + 1]]
          .lexicographicallyPrecedes(units[starts[b.number]..<starts[b.number + 1]])
      }.map(\.number)
    }
  }
}
