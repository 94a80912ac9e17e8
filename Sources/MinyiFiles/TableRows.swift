import MinyiModel

/// Turns the rows of delimited text into outcomes.
struct TableRows {
  let layout: TableLayout

  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    guard let reader = TableReader(content, delimiter: layout.delimiter) else { return }
    let maker = RowMaker(plan: layout.plan, keepsSurplus: false)
    for _ in 0..<layout.firstRow { _ = reader.next() }
    while let row = reader.next() {
      try body(TableRows.outcome(of: row, reader, maker), reader.lines.offset)
    }
  }

  /// What becomes of the row that `reader` has read last.
  static func outcome(of row: TableReader.Row, _ reader: TableReader, _ maker: RowMaker) -> RowOutcome {
    switch row {
    case .blank(let line): .blank(line: line)
    case .problem(let problem): .malformed(problem)
    case .fields(let line): maker.outcome(reader, line: line)
    }
  }
}
