/// A hash table from terms to their numbers in `list`, which are in the order of first sight.
///
/// One thread fills one table; `Vocabulary` makes ids of several tables that no longer show their order.
package struct TermTable: Sendable {
  package private(set) var list = TermList()
  private var slots: [Slot]
  private var mask: Int

  /// A place for a term. A term of up to four units is told by its key alone, without a look at the list.
  private struct Slot {
    static let empty = Slot(key: TermKey(bits: 0, isWhole: false), number: -1)
    var key: TermKey
    var number: Int32
  }

  package init() {
    slots = [Slot](repeating: .empty, count: 256)
    mask = 255
  }

  package var count: Int { list.count }

  /// The number of `term`, new or known. O(length) expected.
  package mutating func insert(_ term: Slice<UnsafeBufferPointer<UInt16>>) -> Int32 {
    let key = TermKey(term)
    let slot = slot(of: term, key)
    if slots[slot].number >= 0 { return slots[slot].number }
    let number = Int32(count)
    slots[slot] = Slot(key: key, number: number)
    list.append(term)
    if count * 3 > slots.count * 2 { grow() }
    return number
  }

  /// The number of `term`, or nil if it was never inserted. O(length) expected.
  package func number(of term: Slice<UnsafeBufferPointer<UInt16>>) -> Int32? {
    let number = slots[slot(of: term, TermKey(term))].number
    return number >= 0 ? number : nil
  }

  /// The slot that holds `term`, or the empty one where it belongs.
  @inline(__always)
  private func slot(of term: Slice<UnsafeBufferPointer<UInt16>>, _ key: TermKey) -> Int {
    var slot = key.hash & mask
    while slots[slot].number >= 0 {
      if slots[slot].key == key, key.isWhole || isTerm(Int(slots[slot].number), equalTo: term) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isTerm(_ number: Int, equalTo term: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    list.withUnits(of: number) { $0.elementsEqual(term) }
  }

  private mutating func grow() {
    let old = slots
    mask = old.count * 2 - 1
    slots = [Slot](repeating: .empty, count: mask + 1)
    for entry in old where entry.number >= 0 {
      var slot = entry.key.hash & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// What tells terms apart: the units themselves of a term of up to four, a hash of those of a longer one.
private struct TermKey: Equatable {
  var bits: UInt64
  /// Whether `bits` are the units.
  var isWhole: Bool

  @inline(__always)
  init(_ term: Slice<UnsafeBufferPointer<UInt16>>) {
    // Units of zero could not be told from none.
    isWhole = term.count <= 4
    bits = 0
    if isWhole {
      for unit in term {
        bits = bits << 16 | UInt64(unit)
        isWhole = isWhole && unit != 0
      }
    }
    if isWhole { return }
    // FNV-1a over units.
    bits = 0xcbf2_9ce4_8422_2325
    for unit in term { bits = (bits ^ UInt64(unit)) &* 0x100_0000_01b3 }
  }

  init(bits: UInt64, isWhole: Bool) {
    self.bits = bits
    self.isWhole = isWhole
  }

  /// The table's order never reaches a result.
  @inline(__always)
  var hash: Int {
    Int(truncatingIfNeeded: (bits ^ bits >> 29) &* 0xbf58_476d_1ce4_e5b9 >> 20)
  }
}
