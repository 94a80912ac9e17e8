import CICU

/// ICU's class of every character of the basic multilingual plane, in one table.
package struct CharacterClasses: Sendable {
  package static let shared = CharacterClasses()

  private let table: [UInt8]

  private init() {
    table = [UInt8](unsafeUninitializedCapacity: 0x10000) { buffer, count in
      cicu_fill_character_classes(buffer.baseAddress)
      count = 0x10000
    }
  }

  package func isHan(_ unit: UInt16) -> Bool { table[Int(unit)] == UInt8(CICU_CLASS_HAN) }

  /// The kind of a token that spans `units`: letters win over digits, Han is Han throughout.
  ///
  /// O(1) for Han (ICU never joins Han with other scripts), O(length) else.
  package func kind(of units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> TokenKind {
    var kind = TokenKind.other
    var i = range.lowerBound
    while i < range.upperBound {
      var characterClass = Int(table[Int(units[i])])
      if UTF16.isLeadSurrogate(units[i]), i + 1 < range.upperBound, UTF16.isTrailSurrogate(units[i + 1]) {
        let scalar = 0x10000 + (UInt32(units[i]) - 0xD800) << 10 + (UInt32(units[i + 1]) - 0xDC00)
        characterClass = Int(cicu_character_class(scalar))
        i += 1
      }
      i += 1
      switch characterClass {
      case CICU_CLASS_HAN: return .han
      case CICU_CLASS_LETTER: return .letter
      case CICU_CLASS_DIGIT: kind = .number
      default: break
      }
    }
    return kind
  }
}
