import MinyiModel

/// The top of a sheet: its header, and whether there is anything at all.
struct SheetHead {
  let header: HeaderSearch.Header?

  /// Looks at the first rows of `sheet`, with no more shared strings than they need.
  init(of sheet: Workbook.Sheet, in workbook: Workbook, map: [OpinionField: String]) throws {
    var rowCount = 0
    var filledRowCount = 0
    let first = try workbook.forEachRow(of: sheet, strings: SharedStrings()) { row in
      rowCount += 1
      // Cells of shared strings have a problem here, as the strings are not there yet.
      if row.fieldCount > 0 || row.problem != nil { filledRowCount += 1 }
      return rowCount < CellLimits.headRowCount && filledRowCount <= HeaderSearch.rowCount
    }
    let lastRow = rowCount
    let strings = try workbook.strings(neededCount: first.highestString + 1)
    var search = HeaderSearch(map: map)
    rowCount = 0
    try workbook.forEachRow(of: sheet, strings: strings) { row in
      rowCount += 1
      let cells = (0..<row.fieldCount).map {
        String(decoding: Whitespace.trimmed(row.field($0)), as: UTF8.self)
      }
      // Rows are told by their own numbers here, since empty ones may not be in the file.
      return !search.add(cells, row: row.line) && rowCount < lastRow
    }
    header = search.header
  }
}
