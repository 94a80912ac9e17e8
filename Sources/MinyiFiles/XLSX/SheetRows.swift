import MinyiModel

/// Turns the rows of a sheet into outcomes.
struct SheetRows: Sendable {
  let file: FileBytes
  let path: String
  let sheet: Workbook.Sheet
  let otherSheets: [String]
  let plan: ColumnPlan
  /// The number of the first row that is not the header's.
  let firstRow: Int

  /// Rows that the file does not have, between two that it has, have no outcome: nobody wrote them.
  func forEachRow(_ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws -> SheetFacts {
    let workbook = try Workbook(file, path: path)
    let strings = try workbook.strings()
    let maker = RowMaker(plan: plan, keepsSurplus: true)
    var facts = SheetFacts(sheet: sheet.name, otherSheets: otherSheets)
    let scale = Double(file.buffer.count) / Double(max(1, workbook.byteCount(of: sheet)))
    var bytesRead = 0
    let summary = try withoutActuallyEscaping(body) { body in
      try workbook.forEachRow(
        of: sheet, strings: strings,
        afterPiece: { bytesRead = min(file.buffer.count, Int(Double($0) * scale)) }
      ) { row in
        if row.line < firstRow { return true }
        if row.isHidden { facts.hiddenRowCount += 1 }
        facts.errorCellCount += row.errorCellCount
        if let problem = row.problem {
          try body(.malformed(RowProblem(line: row.line, reason: problem)), bytesRead)
        } else {
          try body(maker.outcome(row, line: row.line), bytesRead)
        }
        return true
      }
    }
    facts.impreciseNumberCount = summary.impreciseCount
    return facts
  }
}
