/// A hash table from terms to numbers in the order of first sight; every term is stored once.
///
/// One thread fills one table; `Vocabulary` makes ids of several tables that no longer show their order.
package struct TermTable: Sendable {
  /// Units of all terms, one after the other; term i is `starts[i]..<starts[i + 1]`.
  package private(set) var units: [UInt16] = []
  package private(set) var starts: [Int] = [0]
  private var slots: [Int32]
  private var mask: Int

  package init() {
    slots = [Int32](repeating: -1, count: 4096)
    mask = 4095
  }

  /// The table of the terms `units[starts[i]..<starts[i + 1]]`, in their order; nil if that is no list of distinct terms.
  init?(units: [UInt16], starts: [Int]) {
    guard starts.first == 0, starts[starts.count - 1] == units.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init()
    let isFilled = units.withUnsafeBufferPointer { units in
      for i in 0..<starts.count - 1 where Int(insert(units[starts[i]..<starts[i + 1]])) != i { return false }
      return true
    }
    if !isFilled { return nil }
  }

  package var count: Int { starts.count - 1 }

  /// The number of `term`, new or known. O(length) expected.
  package mutating func insert(_ term: Slice<UnsafeBufferPointer<UInt16>>) -> Int32 {
    var slot = TermTable.hash(term) & mask
    while slots[slot] >= 0 {
      if isTerm(Int(slots[slot]), equalTo: term) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = number
    units.append(contentsOf: term)
    starts.append(units.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of `term`, or nil if it was never inserted. O(length) expected.
  package func number(of term: Slice<UnsafeBufferPointer<UInt16>>) -> Int32? {
    var slot = TermTable.hash(term) & mask
    while slots[slot] >= 0 {
      if isTerm(Int(slots[slot]), equalTo: term) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  package func withUnits<Result>(of term: Int, _ body: (Slice<UnsafeBufferPointer<UInt16>>) -> Result)
    -> Result
  {
    units.withUnsafeBufferPointer { body($0[starts[term]..<starts[term + 1]]) }
  }

  private func isTerm(_ number: Int, equalTo term: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == term.count else { return false }
    for i in 0..<term.count where units[start + i] != term[term.startIndex + i] { return false }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for number in 0..<count {
      var slot = withUnits(of: number) { TermTable.hash($0) } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a over units with a final mix (the table's order never reaches a result).
  private static func hash(_ term: Slice<UnsafeBufferPointer<UInt16>>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for unit in term { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9 >> 20)
  }
}
