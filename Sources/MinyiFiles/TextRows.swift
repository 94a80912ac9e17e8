import MinyiModel

/// Turns plain text into outcomes: a paragraph an opinion, or a line an opinion where no blank line parts paragraphs.
struct TextRows {
  let hasParagraphs: Bool

  init(hasParagraphs: Bool) { self.hasParagraphs = hasParagraphs }

  /// Looks for a blank line between two that are not. nil if all lines are blank. O(bytes up to the first one found).
  static func find(in content: FileContent) -> TextRows? {
    let lines = LineReader(content)
    var hasText = false
    var hasBlankAfterText = false
    while let line = lines.next() {
      if line.flaw == nil, Whitespace.isBlank(line.bytes) {
        hasBlankAfterText = hasText
      } else if hasBlankAfterText {
        return TextRows(hasParagraphs: true)
      } else {
        hasText = true
      }
    }
    return hasText ? TextRows(hasParagraphs: false) : nil
  }

  /// Blank lines part opinions here, they are no rows and have no outcome. The lines of a paragraph are joined by LF.
  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    let lines = LineReader(content)
    var paragraph = Paragraph()
    var offset = lines.offset
    while let line = lines.next() {
      let isBlank = line.flaw == nil && Whitespace.isBlank(line.bytes)
      if isBlank || !hasParagraphs, let outcome = paragraph.finish() { try body(outcome, offset) }
      offset = lines.offset
      if !isBlank { paragraph.add(line, of: lines) }
    }
    if let outcome = paragraph.finish() { try body(outcome, offset) }
  }

  private struct Paragraph {
    private var firstLine = 0
    private var bytes: [UInt8] = []
    private var problem: RowProblem?

    mutating func add(_ line: LineReader.Line, of lines: LineReader) {
      if firstLine == 0 { firstLine = line.number }
      if let flaw = line.flaw, problem == nil { problem = lines.problem(flaw, in: line, rowLine: firstLine) }
      // Past the limit the rest of a paragraph is of no use; it still belongs to the same row.
      if problem != nil || bytes.count > 4 * RowLimits.characterCount { return }
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes.append(contentsOf: line.content)
    }

    mutating func finish() -> RowOutcome? {
      guard firstLine > 0 else { return nil }
      defer {
        firstLine = 0
        bytes.removeAll(keepingCapacity: true)
        problem = nil
      }
      if let problem { return .malformed(problem) }
      return bytes.withUnsafeBufferPointer { text in
        if FieldText.isTooLong(text) { return .malformed(FieldText.tooLong(line: firstLine)) }
        var record = OpinionRecord(line: firstLine, byteCount: text.count)
        record.set(text, at: OpinionField.body.position)
        return .opinion(record)
      }
    }
  }
}
