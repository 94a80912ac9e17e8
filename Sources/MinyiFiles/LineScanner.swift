#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the physical lines of a file's undecoded bytes; LF, CR and CRLF end a line, mixed as they come.
///
/// Works in every encoding that has CR and LF as ASCII has them and never inside another character (UTF-8, GB18030,
/// Big5, ...) and in UTF-16. A copy of a scanner goes on from where the original stood. O(1) amortised a byte.
struct LineScanner {
  /// A line in bytes of the file: content in start..<contentEnd, terminator in contentEnd..<end.
  struct Line {
    var number: Int
    var start: Int
    var contentEnd: Int
    var end: Int
    var isTerminated: Bool { end > contentEnd }
  }

  /// Where the next line starts.
  private(set) var offset: Int
  /// The number of the next line.
  private(set) var lineNumber: Int
  private let bytes: UnsafeRawBufferPointer
  private let unitByteCount: Int
  /// Where in a unit its low byte is.
  private let lowByte: Int
  // The next LF at or after `offset`, and the next CR before it, or the LF where there is none: looked for up to there
  // only, since in a mapped file a search to the end would hold all of it in memory.
  private var nextLF: Int
  private var nextCR: Int

  init(_ bytes: UnsafeRawBufferPointer, from offset: Int, encoding: TextEncoding, firstLine: Int = 1) {
    self.bytes = bytes
    lineNumber = firstLine
    self.offset = offset
    unitByteCount = encoding.unitByteCount
    lowByte = encoding == .utf16BE ? 1 : 0
    nextLF = offset - 1
    nextCR = offset - 1
  }

  mutating func next() -> Line? {
    guard offset < bytes.count else { return nil }
    if nextLF < offset { nextLF = position(of: 0x0A, before: bytes.count) }
    if nextCR < offset { nextCR = position(of: 0x0D, before: nextLF) }
    let contentEnd = min(nextLF, nextCR)
    var end = min(contentEnd + unitByteCount, bytes.count)
    if nextLF < bytes.count, nextCR + unitByteCount == nextLF { end = nextLF + unitByteCount }
    let line = Line(number: lineNumber, start: offset, contentEnd: contentEnd, end: end)
    offset = end
    lineNumber += 1
    return line
  }

  /// The first unit `value` at or after `offset` and before `limit`, or `limit`.
  private func position(of value: UInt8, before limit: Int) -> Int {
    guard let base = bytes.baseAddress else { return limit }
    var from = offset
    while from < limit, let found = memchr(base + from, Int32(value), limit - from) {
      let at = UnsafeRawPointer(found) - base
      if unitByteCount == 1 { return at }
      let unit = at - lowByte
      let high = unit + 1 - lowByte
      if unit >= offset, (unit - offset) % 2 == 0, high < bytes.count, bytes[high] == 0 { return unit }
      from = at + 1
    }
    return limit
  }
}
