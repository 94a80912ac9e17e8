/// White space as office files have it: ASCII, the ideographic space, no-break space, byte order mark, zero-width
/// space.
enum Whitespace {
  /// `bytes` of UTF-8 without white space at both ends. O(white space).
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = width(at: start, end, bytes)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if isASCIISpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, width(at: end - 2, end, bytes) == 2 {
        end -= 2
      } else if end - start >= 3, width(at: end - 3, end, bytes) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { trimmed(bytes).isEmpty }

  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: trimmed($0), as: UTF8.self) }
  }

  @inline(__always)
  static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The bytes of the white space character at `i`, or 0.
  @inline(__always)
  private static func width(at i: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[i]
    if isASCIISpace(first) { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 { return 2 }
    guard i + 2 < end else { return 0 }
    switch (first, bytes[i + 1], bytes[i + 2]) {
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B): return 3
    default: return 0
    }
  }
}
