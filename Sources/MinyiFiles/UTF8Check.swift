import CSimdJSON

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Strict UTF-8: finds what is not, and how much of it.
enum UTF8Check {
  /// Some offset at or before the first malformed sequence or NUL and after the last line break before it; nil if
  /// there is neither. O(bytes), in blocks, so that the memory of a mapped file is not all held.
  static func firstFlaw(in file: FileBytes, from start: Int) -> Int? {
    let bytes = file.buffer
    var from = start
    while from < bytes.count {
      var end = min(from + 1 << 20, bytes.count)
      // A block ends before a lead byte, never inside a character.
      while end < bytes.count, end > from, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if end == from { return from }
      let block = UnsafeRawBufferPointer(rebasing: bytes[from..<end])
      if let flaw = firstInvalid(block) { return from + flaw }
      if let zero = firstNUL(block) { return from + zero }
      file.releasePages(before: end)
      from = end
    }
    return nil
  }

  /// The offset of the first malformed sequence, or nil. Overlong forms, surrogates and scalars past U+10FFFF are
  /// malformed. O(bytes).
  static func firstInvalid(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    if cjson_is_utf8(text.baseAddress, text.count) { return nil }
    var i = 0
    while i < text.count {
      let length = sequenceLength(text, at: i)
      if length == 0 { return i }
      i += length
    }
    return nil
  }

  static func firstNUL(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Counts well-formed sequences of two or more bytes, and bytes that belong to none.
  static func counts(_ bytes: UnsafeRawBufferPointer) -> (multibyte: Int, invalid: Int) {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    var multibyte = 0
    var invalid = 0
    var i = 0
    while i < text.count {
      let length = sequenceLength(text, at: i)
      if length > 1 { multibyte += 1 }
      if length == 0 { invalid += 1 }
      i += max(1, length)
    }
    return (multibyte, invalid)
  }

  /// The length of the well-formed sequence at `i`, or 0 (Unicode standard, table 3-7).
  private static func sequenceLength(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let first = text[i]
    if first < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard i + length <= text.count, second.contains(text[i + 1]) else { return 0 }
    for k in 2..<max(2, length) where text[i + k] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
