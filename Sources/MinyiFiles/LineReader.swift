/// The lines of a file as UTF-8, one at a time.
///
/// Not for two threads at once. Lines of well-formed UTF-8 are not copied.
final class LineReader {
  /// A line whose `bytes` (with its terminator) are valid until the next one is read.
  struct Line {
    var source: LineScanner.Line
    var bytes: UnsafeBufferPointer<UInt8>
    /// Bytes from the start of `bytes` that may be read, though not used.
    var readableByteCount: Int
    var flaw: Flaw?
    /// True if the bytes are the file's own, so that offsets in them are offsets in the file.
    var isUncopied: Bool

    var number: Int { source.number }
    var content: UnsafeBufferPointer<UInt8> {
      var count = bytes.count
      while count > 0, bytes[count - 1] == 0x0A || bytes[count - 1] == 0x0D { count -= 1 }
      return UnsafeBufferPointer(rebasing: bytes[..<count])
    }
  }

  /// What keeps a line from being text, at an offset of the file.
  enum Flaw {
    case invalidByte(offset: Int)
    case nul(offset: Int?)
    case tooLong
  }

  /// A place to return to.
  struct Mark { fileprivate var scanner: LineScanner }

  let content: FileContent
  private var scanner: LineScanner
  private let converter: TextConverter?
  private var releasedByteCount = 0
  /// True once a line was asked for that is not there.
  private(set) var hasEnded = false

  init(_ content: FileContent) {
    self.content = content
    scanner = content.scanner()
    converter = content.encoding == .utf8 ? nil : TextConverter(content.encoding)
  }

  /// Where the next line starts in the file.
  var offset: Int { scanner.offset }

  /// The number of the next line.
  var lineNumber: Int { scanner.lineNumber }

  var mark: Mark { Mark(scanner: scanner) }

  func rewind(to mark: Mark) { scanner = mark.scanner }

  func next() -> Line? {
    // Every 4 MB, leaving what a row is mostly rewound into; what is rewound further is read from the file again.
    if scanner.offset - releasedByteCount > 8 << 20 {
      releasedByteCount = scanner.offset - 4 << 20
      content.file.releasePages(before: releasedByteCount)
    }
    guard let source = scanner.next() else {
      hasEnded = true
      return nil
    }
    let raw = UnsafeRawBufferPointer(rebasing: content.bytes[source.start..<source.end])
    if raw.count > RowLimits.lineByteCount {
      return Line(
        source: source, bytes: UnsafeBufferPointer(start: nil, count: 0), readableByteCount: 0,
        flaw: .tooLong,
        isUncopied: false)
    }
    guard let converter else { return plainLine(source, raw) }
    let invalid = converter.convert(raw)
    let flaw =
      invalid.map { Flaw.invalidByte(offset: source.start + $0) }
      ?? UTF8Check.firstNUL(UnsafeRawBufferPointer(converter.text)).map { _ in Flaw.nul(offset: nil) }
    return Line(
      source: source, bytes: converter.text, readableByteCount: converter.readableByteCount, flaw: flaw,
      isUncopied: false)
  }

  private func plainLine(_ source: LineScanner.Line, _ raw: UnsafeRawBufferPointer) -> Line {
    var flaw: Flaw?
    if !content.isCheckedUTF8 {
      flaw =
        UTF8Check.firstInvalid(raw).map { .invalidByte(offset: source.start + $0) }
        ?? UTF8Check.firstNUL(raw).map { .nul(offset: source.start + $0) }
    }
    return Line(
      source: source, bytes: raw.assumingMemoryBound(to: UInt8.self),
      readableByteCount: content.bytes.count - source.start, flaw: flaw, isUncopied: true)
  }

  /// The problem that a flaw makes of the row that starts at `line`. `flawed` is the line with the flaw.
  func problem(_ flaw: Flaw, in flawed: Line, rowLine: Int) -> RowProblem {
    switch flaw {
    case .tooLong:
      RowProblem(
        line: rowLine, byteOffset: flawed.source.start,
        reason: .tooLong(limit: RowLimits.lineByteCount, unit: .bytes))
    case .nul(let offset): RowProblem(line: rowLine, byteOffset: offset, reason: .nulCharacter)
    case .invalidByte(let offset):
      RowProblem(
        line: rowLine, column: flawed.number == rowLine ? column(ofByte: offset, in: flawed) : nil,
        byteOffset: offset, reason: .invalidBytes(encoding: content.encoding.name))
    }
  }

  /// The 1-based character of a line at a byte of the file.
  private func column(ofByte offset: Int, in line: Line) -> Int {
    if line.isUncopied { return LineReader.characterNumber(in: line.bytes, at: offset - line.source.start) }
    // The converter left U+FFFD where the first invalid byte was.
    let mark: [UInt8] = [0xEF, 0xBF, 0xBD]
    let bytes = line.bytes
    for i in 0..<max(0, bytes.count - 2)
    where bytes[i] == mark[0] && bytes[i + 1] == mark[1] && bytes[i + 2] == mark[2] {
      return LineReader.characterNumber(in: bytes, at: i)
    }
    return 1
  }

  /// The number, from 1, of the character (Unicode scalar) at byte `offset` of UTF-8.
  static func characterNumber(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    var number = 1
    for byte in bytes.prefix(offset) where byte & 0xC0 != 0x80 { number += 1 }
    return number
  }
}
