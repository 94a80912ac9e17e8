/// A set of UTF-16 units: a bit each, so that asking costs no hashing.
struct UnitSet: Sendable {
  private let bits: [UInt64]

  /// The units of `text`.
  init(_ text: String) {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for unit in text.utf16 { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    self.bits = bits
  }

  /// O(1).
  func contains(_ unit: UInt16) -> Bool { bits[Int(unit >> 6)] & 1 << UInt64(unit & 63) != 0 }
}
