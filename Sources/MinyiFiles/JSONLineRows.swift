import MinyiModel

/// Turns the lines of a JSONL file into outcomes.
struct JSONLineRows {
  let map: [OpinionField: String]

  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    guard let records = JSONRecords(map: map) else { return }
    try forEachRow(of: content, records: records, body)
  }

  /// As above, with the columns collected in `records`.
  func forEachRow(
    of content: FileContent, records: JSONRecords, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void
  ) throws {
    let lines = LineReader(content)
    while let line = lines.next() {
      let outcome: RowOutcome
      if let flaw = line.flaw {
        outcome = .malformed(lines.problem(flaw, in: line, rowLine: line.number))
      } else if Whitespace.isBlank(line.bytes) {
        outcome = .blank(line: line.number)
      } else {
        outcome = records.outcome(
          line.content, readableByteCount: line.readableByteCount, line: line.number,
          fileOffset: line.isUncopied ? line.source.start : nil, isLine: true)
      }
      try body(outcome, lines.offset)
    }
  }
}
