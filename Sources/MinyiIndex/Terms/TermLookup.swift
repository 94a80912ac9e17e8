/// The ids of a vocabulary's terms, by 64-bit keys: for who looks up terms by the million and never asks what they are.
///
/// A term of up to four units is its own key; of a longer one the key is a hash, two of which would fall together once in
/// 2^64 / terms². Open addressing, a quarter full at most. Immutable; shared between threads.
// @unchecked: the memory is written in init alone.
public final class TermLookup: @unchecked Sendable {
  /// Ids are 0..<termCount.
  public let termCount: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  private struct Slot {
    var key: UInt64
    var id: Int32
  }

  /// O(units of the terms).
  public init(_ vocabulary: Vocabulary) {
    termCount = vocabulary.count
    var capacity = 1024
    while capacity < 3 * termCount { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, id: -1), count: capacity)
    mask = capacity - 1
    for id in 0..<termCount {
      let units = vocabulary.units(of: TermID(rawValue: UInt32(id)))
      let key = units.withUnsafeBufferPointer { TermLookup.key(of: $0[...]) }
      var slot = TermLookup.hash(key) & mask
      while slots[slot].id >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: key, id: Int32(id))
    }
  }

  deinit { slots.deallocate() }

  /// What tells `term` from others.
  @inline(__always)
  static func key(of term: Slice<UnsafeBufferPointer<UInt16>>) -> UInt64 {
    var bits: UInt64 = 0
    if term.count <= 4 {
      // Cleaned text holds no zero, so that lengths are told apart.
      for unit in term { bits = bits << 16 | UInt64(unit) }
      return bits
    }
    // FNV-1a over units, then mixed.
    bits = 0xcbf2_9ce4_8422_2325
    for unit in term { bits = (bits ^ UInt64(unit)) &* 0x100_0000_01b3 }
    return (bits ^ bits >> 32) &* 0x9e37_79b9_7f4a_7c15
  }

  /// The id of the term with this key, or -1. O(1) expected.
  @inline(__always)
  func id(of key: UInt64) -> Int32 {
    var slot = TermLookup.hash(key) & mask
    while slots[slot].id >= 0 {
      if slots[slot].key == key { return slots[slot].id }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The id of the term with this key or -1, if the first slot tells; -2 where the next ones have to be asked. Without a
  /// branch, so that the processor fetches the slots of several keys at once.
  @inline(__always)
  func firstID(of key: UInt64) -> Int32 {
    let slot = slots[TermLookup.hash(key) & mask]
    let other: Int32 = slot.id < 0 ? -1 : -2
    return slot.key == key ? slot.id : other
  }

  /// The table's order never reaches a result.
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ key >> 29) &* 0xbf58_476d_1ce4_e5b9 >> 20)
  }
}
