import CCSV

/// Rows of a delimited table, whatever they mean. Feeds libcsv physical line by physical line.
///
/// A quote that is never closed would swallow the rest of the file. So where a row with a quoted field goes on for more
/// than `RowLimits` allow, or ends in text after a quote, only its first line is given up, and reading goes on at
/// the next. Not for two threads at once.
final class TableReader: TableFields {
  enum Row {
    /// The fields can be read until the next call.
    case fields(line: Int)
    case blank(line: Int)
    case problem(RowProblem)
  }

  let lines: LineReader
  private let handle: OpaquePointer

  /// nil when memory is short.
  init?(_ content: FileContent, delimiter: UInt8) {
    guard let handle = ccsv_open(delimiter) else { return nil }
    self.handle = handle
    lines = LineReader(content)
  }

  deinit { ccsv_close(handle) }

  /// The fields of the last row.
  var fieldCount: Int { ccsv_field_count(handle) }

  var byteCount: Int {
    guard let ends = ccsv_field_ends(handle), fieldCount > 0 else { return 0 }
    return ends[fieldCount - 1]
  }

  /// A field of the last row, without the quotes around it.
  @inline(__always)
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let ends = ccsv_field_ends(handle)
    guard let ends, let bytes = ccsv_row_bytes(handle) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeBufferPointer(start: bytes + start, count: ends[index] - start)
  }

  func next() -> Row? {
    guard var line = lines.next() else { return nil }
    let rowLine = line.number
    let rowStart = line.source.start
    let secondLine = lines.mark
    var flawProblem: RowProblem?
    func giveUp(_ problem: RowProblem) -> Row {
      ccsv_reset(handle)
      lines.rewind(to: secondLine)
      return .problem(problem)
    }
    while true {
      if let flaw = line.flaw, flawProblem == nil {
        let problem = lines.problem(flaw, in: line, rowLine: rowLine)
        if case .tooLong = flaw, line.number == rowLine { return giveUp(problem) }
        flawProblem = problem
      }
      var errorOffset = 0
      let status = ccsv_feed_line(
        handle, line.bytes.baseAddress, line.bytes.count, line.source.isTerminated, &errorOffset)
      switch Int(status) {
      case CCSV_ROW: return flawProblem.map { .problem($0) } ?? .fields(line: rowLine)
      case CCSV_BLANK: return flawProblem.map { .problem($0) } ?? .blank(line: rowLine)
      case CCSV_OPEN:
        let field = fieldCount + 1
        let isWithinBounds =
          line.number - rowLine + 1 < RowLimits.quotedLineCount
          && line.source.end - rowStart < RowLimits.quotedByteCount
        guard isWithinBounds, let more = lines.next() else {
          let unclosed = RowProblem(line: rowLine, byteOffset: rowStart, reason: .unclosedQuote(field: field))
          return giveUp(line.number == rowLine ? flawProblem ?? unclosed : unclosed)
        }
        line = more
      case CCSV_TEXT_AFTER_QUOTE:
        return giveUp(flawProblem ?? textAfterQuote(at: errorOffset, in: line, rowLine: rowLine))
      default: return giveUp(RowProblem(line: rowLine, byteOffset: rowStart, reason: .noMemory))
      }
    }
  }

  private func textAfterQuote(at offset: Int, in line: LineReader.Line, rowLine: Int) -> RowProblem {
    RowProblem(
      line: rowLine,
      column: line.number == rowLine ? LineReader.characterNumber(in: line.bytes, at: offset) : nil,
      byteOffset: line.isUncopied ? line.source.start + offset : nil, reason: .textAfterQuote)
  }
}
