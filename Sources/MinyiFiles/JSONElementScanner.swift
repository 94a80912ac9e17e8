import CSimdJSON

/// Finds the elements of a JSON array, or objects that simply follow each other, in UTF-8, and counts lines.
struct JSONElementScanner {
  /// Where the next element starts.
  private(set) var offset: Int
  /// The physical line of `offset`, from 1.
  private(set) var line = 1
  /// An array was opened and not closed yet.
  private(set) var isOpen = false
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The first key of the last good element: the others most likely begin with it too.
  private var usualKey: UnsafeBufferPointer<UInt8>?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    offset = start
    skipSeparators(isStart: true)
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The end of the element here by its brackets; nil if they do not match or it goes on past the limit.
  func elementEnd() -> Int? {
    let rest = UnsafeBufferPointer(rebasing: bytes[offset...].prefix(RowLimits.lineByteCount + 1))
    let length = Int(cjson_value_end(rest.baseAddress, rest.count))
    return length > 0 && (length < rest.count || offset + length == bytes.count) ? offset + length : nil
  }

  /// Where reading can go on after a bad element: at the next object before `limit` that looks like an element of its
  /// own, or at `limit`.
  func resumption(before limit: Int) -> Int {
    var i = offset + 1
    while i < limit {
      if bytes[i] == UInt8(ascii: "{"), followsAnElement(i), isUsual(i) { return i }
      i += 1
    }
    return limit
  }

  /// Moves to the element after `end`.
  mutating func advance(to end: Int, isGood: Bool) {
    if isGood { usualKey = key(at: offset) }
    count(to: end)
    skipSeparators(isStart: false)
  }

  /// Passes over white space, commas, and the brackets of the array itself.
  private mutating func skipSeparators(isStart: Bool) {
    var i = offset
    var mayOpen = isStart
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "["), mayOpen {
        mayOpen = false
        isOpen = true
      } else if byte == UInt8(ascii: "]") {
        isOpen = false
      } else if byte != UInt8(ascii: ","), !Whitespace.isASCIISpace(byte) {
        break
      }
      i += 1
    }
    count(to: i)
  }

  /// Counts LF, CR and CRLF.
  private mutating func count(to end: Int) {
    for i in offset..<end {
      if bytes[i] == 0x0A {
        if i == 0 || bytes[i - 1] != 0x0D { line += 1 }
      } else if bytes[i] == 0x0D {
        line += 1
      }
    }
    offset = end
  }

  /// True if what stands before the brace at `i` is `}` and a comma or a line break, or a comma at a line's end.
  private func followsAnElement(_ i: Int) -> Bool {
    var k = i - 1
    var hasComma = false
    var hasLineBreak = false
    while k >= offset {
      let byte = bytes[k]
      if byte == UInt8(ascii: ","), !hasComma {
        hasComma = true
      } else if Whitespace.isASCIISpace(byte) {
        hasLineBreak = hasLineBreak || byte == 0x0A || byte == 0x0D
      } else {
        return byte == UInt8(ascii: "}") ? hasComma || hasLineBreak : hasComma && hasLineBreak
      }
      k -= 1
    }
    return false
  }

  /// True if the object at `i` begins with the usual key, so that it is no object inside an element.
  private func isUsual(_ i: Int) -> Bool {
    guard let usualKey else { return true }
    return key(at: i)?.elementsEqual(usualKey) ?? false
  }

  /// The first key of the object at `i`, as it is written.
  private func key(at i: Int) -> UnsafeBufferPointer<UInt8>? {
    var start = i + 1
    while start < bytes.count, Whitespace.isASCIISpace(bytes[start]) { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    start += 1
    guard let end = bytes[start...].prefix(200).firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
