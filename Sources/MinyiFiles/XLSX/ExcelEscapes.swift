/// `_x000D_`: how a workbook writes a character that XML cannot have (ECMA-376 part 1, 22.9.2.19).
enum ExcelEscapes {
  /// Decodes the escapes in the bytes of `text` after `start`. A NUL or half a character stays as it is written.
  static func decode(_ text: ByteBuffer, from start: Int) {
    let bytes = text.slice(start, text.count)
    guard let first = firstEscape(in: bytes) else { return }
    let source = Array(bytes)
    text.truncate(to: start + first)
    var i = first
    while i < source.count {
      guard var unit = unit(in: source, at: i) else {
        text.append(source[i])
        i += 1
        continue
      }
      var byteCount = 7
      if unit & 0xFC00 == 0xD800, let low = self.unit(in: source, at: i + 7), low & 0xFC00 == 0xDC00 {
        unit = 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF))
        byteCount = 14
      }
      if unit != 0, let scalar = Unicode.Scalar(unit) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
      } else {
        for byte in source[i..<i + byteCount] { text.append(byte) }
      }
      i += byteCount
    }
  }

  /// `text` so that `decode` gives it back: an escape that a person wrote gets its underscore escaped, and the two
  /// characters that neither XML nor libxlsxwriter takes care of are escaped.
  static func encode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: "_"), unit(in: bytes, at: i) != nil {
        result += bytes[copied..<i] + Array("_x005F_".utf8)
        copied = i + 1
      } else if bytes[i] == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBF, bytes[i + 2] >= 0xBE {
        result += bytes[copied..<i] + Array((bytes[i + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_").utf8)
        copied = i + 3
      }
    }
    return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  private static func firstEscape(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var i = 0
    while i + 7 <= bytes.count {
      if bytes[i] == UInt8(ascii: "_"), unit(in: bytes, at: i) != nil { return i }
      i += 1
    }
    return nil
  }

  /// The UTF-16 unit of the escape at `i`.
  @inline(__always)
  private static func unit(in bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 7 <= bytes.count else { return nil }
    let i = bytes.index(bytes.startIndex, offsetBy: offset)
    guard bytes[i] == UInt8(ascii: "_"), bytes[bytes.index(after: i)] == UInt8(ascii: "x"),
      bytes[bytes.index(i, offsetBy: 6)] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for k in 2..<6 {
      let byte = bytes[bytes.index(i, offsetBy: k)]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
