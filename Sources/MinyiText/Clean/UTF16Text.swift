/// Strings as UTF-16 units.
enum UTF16Text {
  /// The UTF-16 units of `text`. O(text); several times as fast as `Array(text.utf16)` for Chinese text.
  static func units(of text: String) -> [UInt16] {
    var text = text
    return text.withUTF8 { bytes in
      [UInt16](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        count = transcode(bytes, to: buffer)
      }
    }
  }

  /// Writes the units of `bytes`, which a `String` vouches to be valid UTF-8. No scalar has more units than
  /// bytes.
  private static func transcode(
    _ bytes: UnsafeBufferPointer<UInt8>, to units: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    var count = 0
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      switch lead {
      case ..<0x80:
        units[count] = UInt16(lead)
        i += 1
      case ..<0xE0:
        units[count] = UInt16(lead & 0x1F) << 6 | UInt16(bytes[i + 1] & 0x3F)
        i += 2
      case ..<0xF0:
        units[count] =
          UInt16(lead & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
        i += 3
      default:
        let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12
        let offset = (high | UInt32(bytes[i + 2] & 0x3F) << 6 | UInt32(bytes[i + 3] & 0x3F)) - 0x10000
        units[count] = UInt16(0xD800 + offset >> 10)
        units[count + 1] = UInt16(0xDC00 + offset & 0x3FF)
        count += 1
        i += 4
      }
      count += 1
    }
    return count
  }
}
