/// Distinct terms, one behind the other, numbered in their order.
package struct TermList: Sendable {
  /// Units of all terms; term i is `starts[i]..<starts[i + 1]`.
  package private(set) var units: [UInt16] = []
  package private(set) var starts: [Int] = [0]

  package init() {}

  /// The terms `units[starts[i]..<starts[i + 1]]`; nil if that is no list of distinct terms. O(units) expected.
  init?(units: [UInt16], starts: [Int]) {
    guard starts.first == 0, starts[starts.count - 1] == units.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.units = units
    self.starts = starts
    var table = TermTable()
    for term in 0..<count where withUnits(of: term, { Int(table.insert($0)) }) != term { return nil }
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
      numbers.sorted { a, b in
        units[starts[a]..<starts[a + 1]].lexicographicallyPrecedes(units[starts[b]..<starts[b + 1]])
      }
    }
  }
}
