/// UTF-8 to UTF-16 and back into storage that is used again: the library's own way took a third of an import.
enum UnicodeTranscoder {
  /// `units` becomes the UTF-16 of `text`. O(characters).
  static func utf16(of text: String, into units: inout [UInt16]) {
    var text = text
    units.removeAll(keepingCapacity: true)
    text.withUTF8 { bytes in
      units.reserveCapacity(bytes.count)
      var i = 0
      // A string's UTF-8 is well formed.
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          units.append(UInt16(byte))
          i += 1
        } else if byte < 0xE0 {
          units.append(UInt16(byte & 0x1F) << 6 | UInt16(bytes[i + 1] & 0x3F))
          i += 2
        } else if byte < 0xF0 {
          units.append(
            UInt16(byte & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F))
          i += 3
        } else {
          let high = UInt32(byte & 0x07) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12
          let scalar = (high | UInt32(bytes[i + 2] & 0x3F) << 6 | UInt32(bytes[i + 3] & 0x3F)) - 0x10000
          units.append(0xD800 + UInt16(scalar >> 10))
          units.append(0xDC00 + UInt16(scalar & 0x3FF))
          i += 4
        }
      }
    }
  }

  /// Appends the UTF-8 of `units`; half a surrogate pair becomes U+FFFD. O(units).
  static func appendUTF8(of units: [UInt16], to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + 3 * units.count)
    units.withUnsafeBufferPointer { units in
      var i = 0
      while i < units.count {
        let unit = UInt32(units[i])
        i += 1
        if unit < 0x80 {
          bytes.append(UInt8(truncatingIfNeeded: unit))
        } else if unit < 0x800 {
          bytes.append(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
        } else if unit & 0xFC00 == 0xD800, i < units.count, units[i] & 0xFC00 == 0xDC00 {
          let scalar = 0x10000 + ((unit & 0x3FF) << 10 | UInt32(units[i] & 0x3FF))
          i += 1
          bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
          let scalar = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
          bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
          bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
      }
    }
  }
}
