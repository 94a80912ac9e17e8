/// A word of up to eight UTF-16 units as one number, so that counting it allocates nothing.
///
/// The first unit lies at the low end. No unit of a word is 0, so the number tells the length too.
struct PackedWord: Hashable, Sendable {
  static let capacity = 8

  private(set) var bits: UInt128

  static let empty = PackedWord(bits: 0)

  private init(bits: UInt128) { self.bits = bits }

  /// The word of `units`; nil if they are too many or none.
  init?(_ units: some Collection<UInt16>) {
    guard (1...PackedWord.capacity).contains(units.count) else { return nil }
    bits = 0
    for (i, unit) in units.enumerated() { bits |= UInt128(unit) << UInt128(16 * i) }
  }

  var count: Int { (128 - bits.leadingZeroBitCount + 15) / 16 }

  var units: [UInt16] { (0..<count).map { self[$0] } }

  var string: String { String(decoding: units, as: UTF16.self) }

  subscript(i: Int) -> UInt16 { UInt16(truncatingIfNeeded: bits >> UInt128(16 * i)) }

  /// The units in `range`.
  func part(_ range: Range<Int>) -> PackedWord {
    let rest = bits >> UInt128(16 * range.lowerBound)
    return PackedWord(
      bits: range.count >= PackedWord.capacity ? rest : rest & ~(.max << UInt128(16 * range.count)))
  }

  /// This word, of `count` units, with `next` behind it; together they have at most `capacity` units.
  @inline(__always)
  func joined(_ count: Int, with next: PackedWord) -> PackedWord {
    PackedWord(bits: bits | next.bits << UInt128(truncatingIfNeeded: 16 &* count))
  }

  /// A number that looks random. No result depends on it.
  @inline(__always)
  var hash: UInt64 {
    let low = UInt64(truncatingIfNeeded: bits)
    let high = UInt64(truncatingIfNeeded: bits >> 64)
    let mixed = (low ^ high &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    return (mixed ^ mixed >> 29) &* 0x94d0_49bb_1331_11eb
  }

  /// By UTF-16 units, a beginning before the whole.
  static func precedes(_ a: PackedWord, _ b: PackedWord) -> Bool {
    a.units.lexicographicallyPrecedes(b.units)
  }
}
