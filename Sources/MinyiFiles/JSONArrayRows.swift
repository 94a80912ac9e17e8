import CSimdJSON
import MinyiModel

/// Turns the elements of a JSON array, or objects that simply follow each other, into outcomes.
///
/// Elements are told apart by counting brackets and parsed one by one, so that memory does not grow with the file and
/// one bad element costs only itself: after it, reading goes on at the next `} , {`. `content` must be UTF-8.
struct JSONArrayRows {
  let map: [OpinionField: String]
  /// False where the file was decoded to UTF-8 first, so that offsets are not those of the file.
  let hasFileOffsets: Bool

  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    guard let records = JSONRecords(map: map) else { return }
    try forEachRow(of: content, records: records, body)
  }

  func forEachRow(
    of content: FileContent, records: JSONRecords, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void
  ) throws {
    let bytes = content.bytes.assumingMemoryBound(to: UInt8.self)
    var cursor = Cursor(bytes: bytes, offset: content.start)
    cursor.skipSeparators(isStart: true)
    var releasedByteCount = 0
    while cursor.offset < bytes.count {
      let start = cursor.offset
      let line = cursor.line
      let (end, isWhole) = elementEnd(bytes, from: start)
      let element = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let outcome: RowOutcome
      if element.count > RowLimits.lineByteCount {
        outcome = .malformed(
          RowProblem(
            line: line, byteOffset: hasFileOffsets ? start : nil,
            reason: .tooLong(limit: RowLimits.lineByteCount, unit: .bytes)))
      } else if !isWhole {
        let invalid = UTF8Check.firstInvalid(UnsafeRawBufferPointer(element))
        outcome = .malformed(
          RowProblem(
            line: line, byteOffset: hasFileOffsets ? start + (invalid ?? 0) : nil,
            reason: invalid == nil
              ? .notJSON(detail: "the object does not end") : .invalidBytes(encoding: "UTF-8")))
      } else {
        outcome = records.outcome(
          element, readableByteCount: bytes.count - start, line: line,
          fileOffset: hasFileOffsets ? start : nil)
      }
      cursor.advance(to: end)
      cursor.skipSeparators(isStart: false)
      try body(outcome, cursor.offset)
      if cursor.offset - releasedByteCount > 48 << 20 {
        releasedByteCount = cursor.offset
        content.file.releasePages(before: releasedByteCount)
      }
    }
  }

  /// Where the element at `start` ends, and whether its brackets are balanced; if they are not, it ends before
  /// the next object that looks like an element of its own, or with the file.
  private func elementEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isWhole: Bool) {
    let rest = UnsafeBufferPointer(rebasing: bytes[start...].prefix(RowLimits.lineByteCount + 1))
    let length = Int(cjson_value_end(rest.baseAddress, rest.count))
    if length > 0, length < rest.count || start + length == bytes.count { return (start + length, true) }
    var i = start + 1
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "{"), JSONArrayRows.followsAnElement(bytes, i, from: start) {
        return (i, false)
      }
      i += 1
    }
    return (bytes.count, false)
  }

  /// True if what stands before the brace at `i` is `}` and perhaps a comma, or a comma at a line's end.
  private static func followsAnElement(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, from start: Int) -> Bool
  {
    var k = i - 1
    var hasComma = false
    var hasLineBreak = false
    while k >= start {
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

  private struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int
    private(set) var line = 1

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
      self.bytes = bytes
      self.offset = offset
    }

    /// Moves past white space, commas, and the brackets of the array itself.
    mutating func skipSeparators(isStart: Bool) {
      var i = offset
      var mayOpen = isStart
      while i < bytes.count {
        let byte = bytes[i]
        if byte == UInt8(ascii: "["), mayOpen {
          mayOpen = false
        } else if byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"), !Whitespace.isASCIISpace(byte) {
          break
        }
        i += 1
      }
      advance(to: i)
    }

    /// Moves to `end`, counting LF, CR and CRLF.
    mutating func advance(to end: Int) {
      for i in offset..<end {
        if bytes[i] == 0x0A {
          if i == 0 || bytes[i - 1] != 0x0D { line += 1 }
        } else if bytes[i] == 0x0D {
          line += 1
        }
      }
      offset = end
    }
  }
}
