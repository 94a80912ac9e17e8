/// Properties of single code points, also beyond the table's plane.
extension Normalizer {
  /// The scalar at `index` and its width in units. Half a surrogate pair reads as U+FFFD.
  @inline(__always)
  static func scalar(
    in text: UnsafeBufferPointer<UInt16>, at index: Int
  ) -> (scalar: Unicode.Scalar, width: Int) {
    let unit = text[index]
    if let scalar = Unicode.Scalar(unit) { return (scalar, 1) }
    if UTF16.isLeadSurrogate(unit), index + 1 < text.count, UTF16.isTrailSurrogate(text[index + 1]) {
      let value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + (UInt32(text[index + 1]) & 0x3FF)
      if let scalar = Unicode.Scalar(value) { return (scalar, 2) }
    }
    return (replacement, 1)
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// True if the scalar composes with nothing before it.
  ///
  /// Beyond the basic plane only emoji, other pictures and Han are known to; every other supplementary scalar
  /// is normalised together with what precedes it, which is right for all and slower for a few rare scripts.
  static func isBoundary(_ scalar: Unicode.Scalar, table: UnsafePointer<UInt32>) -> Bool {
    switch scalar.value {
    case ..<0x10000: table[Int(scalar.value)] & CharacterTable.boundary != 0
    case 0x1F000...0x1FFFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// True for what cleaning leaves out without a trace.
  static func isInvisible(_ scalar: Unicode.Scalar, table: UnsafePointer<UInt32>) -> Bool {
    switch scalar.value {
    case ..<0x10000: table[Int(scalar.value)] & CharacterTable.invisible != 0
    // Tags, variation selectors 17 to 256, and the rest of the default-ignorable block; musical format
    // controls.
    case 0xE0000...0xE0FFF, 0x1D173...0x1D17A, 0x1BCA0...0x1BCA3: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
