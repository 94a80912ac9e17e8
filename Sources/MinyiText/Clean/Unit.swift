/// The UTF-16 units that cleaning knows by name, and the small sets of them.
enum Unit {
  static let space: UInt16 = 0x20
  static let lineBreak: UInt16 = 0x0A
  static let hash: UInt16 = 0x23
  static let ampersand: UInt16 = 0x26
  static let parenthesisOpen: UInt16 = 0x28
  static let parenthesisClose: UInt16 = 0x29
  static let plus: UInt16 = 0x2B
  static let hyphen: UInt16 = 0x2D
  static let fullStop: UInt16 = 0x2E
  static let slash: UInt16 = 0x2F
  static let colon: UInt16 = 0x3A
  static let semicolon: UInt16 = 0x3B
  static let less: UInt16 = 0x3C
  static let equals: UInt16 = 0x3D
  static let greater: UInt16 = 0x3E
  static let at: UInt16 = 0x40
  static let bracketOpen: UInt16 = 0x5B
  static let bracketClose: UInt16 = 0x5D
  static let underscore: UInt16 = 0x5F
  /// 〔 and 〕, the brackets of the tags for personal data.
  static let tagOpen: UInt16 = 0x3014
  static let tagClose: UInt16 = 0x3015

  @inline(__always) static func isDigit(_ unit: UInt16) -> Bool { unit &- 0x30 < 10 }

  /// True for a...z and A...Z.
  @inline(__always) static func isLatinLetter(_ unit: UInt16) -> Bool { (unit | 0x20) &- 0x61 < 26 }

  static func isWord(_ unit: UInt16) -> Bool { isDigit(unit) || isLatinLetter(unit) }

  static func isWhiteSpace(_ unit: UInt16) -> Bool { unit == space || unit == lineBreak }

  /// Han characters of the basic multilingual plane, with 々 and 〇.
  static func isHan(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3005, 0x3007: true
    default: false
    }
  }

  /// True for the units at which a pattern (tag, entity, link, mark, gloss, white space) may be complete.
  static func mayEndPattern(_ unit: UInt16) -> Bool {
    switch unit {
    case space, lineBreak, hash, parenthesisClose, hyphen, fullStop, slash, semicolon, greater, bracketClose,
      tagClose:
      true
    default: false
    }
  }
}
