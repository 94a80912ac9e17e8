import CICU

/// What the segmenter knows of every UTF-16 unit, in one look-up of 32 bits.
///
/// From the low end: the unit's code in the double array (16 bits, 0: none), its boundary class (3), the kind
/// of a token that it makes (2), its roles in word formation (11).
struct UnitTable: @unchecked Sendable {
  static let count = 0x10000
  static let roleMask: UInt32 = 0x7FF << 21
  /// A plain character of no code, kind or role: what stands behind a text.
  static let end = entry(code: 0, boundary: UInt8(CICU_BOUNDARY_PLAIN), kind: .other, roles: [])

  let entries: UnsafePointer<UInt32>

  @inline(__always)
  static func entry(code: UInt16, boundary: UInt8, kind: TokenKind, roles: MorphemeRoles) -> UInt32 {
    UInt32(code) | UInt32(boundary) << 16 | UInt32(kind.rawValue) << 19 | UInt32(roles.rawValue) << 21
  }

  /// `entry` with another kind.
  @inline(__always)
  static func entry(_ entry: UInt32, kind: TokenKind) -> UInt32 {
    entry & ~(3 << 19) | UInt32(kind.rawValue) << 19
  }

  @inline(__always)
  subscript(unit: UInt16) -> UInt32 { entries[Int(unit)] }

  @inline(__always)
  static func code(_ entry: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: entry) }

  /// The code of a Han character; 0 for the rest, which the lattice does not look up.
  @inline(__always)
  static func hanCode(_ entry: UInt32) -> UInt16 { boundary(entry) == CICU_BOUNDARY_HAN ? code(entry) : 0 }

  @inline(__always)
  static func boundary(_ entry: UInt32) -> UInt32 { entry >> 16 & 7 }

  @inline(__always)
  static func kind(_ entry: UInt32) -> TokenKind { TokenKind(rawValue: UInt8(entry >> 19 & 3)) ?? .other }

  @inline(__always)
  static func roles(_ entry: UInt32) -> MorphemeRoles { MorphemeRoles(rawValue: UInt16(entry >> 21)) }

  /// The kind of a token that spans `units`: that of its first Han character or letter, else of its digits.
  func kind(of units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> TokenKind {
    var kind = TokenKind.other
    var i = range.lowerBound
    while i < range.upperBound {
      var unitKind = UnitTable.kind(self[units[i]])
      if UTF16.isLeadSurrogate(units[i]), i + 1 < range.upperBound, UTF16.isTrailSurrogate(units[i + 1]) {
        let scalar = 0x10000 + (UInt32(units[i]) - 0xD800) << 10 + (UInt32(units[i + 1]) - 0xDC00)
        unitKind = UnitTable.kind(ofClass: cicu_character_class(scalar))
        i += 1
      }
      i += 1
      switch unitKind {
      case .han, .letter: return unitKind
      case .number: kind = .number
      case .other: break
      }
    }
    return kind
  }

  static func kind(ofClass characterClass: UInt8) -> TokenKind {
    switch Int(characterClass) {
    case CICU_CLASS_HAN: .han
    case CICU_CLASS_LETTER: .letter
    case CICU_CLASS_DIGIT: .number
    default: .other
    }
  }
}
