import CXLSXWriter
import MinyiModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes workbooks: frozen header, filter, widths, real dates, links, charts. Texts are never formulas.
///
/// The same sheets give the same bytes.
public enum WorkbookWriter {
  /// What could not be written as it is.
  public struct Notes: Sendable, Equatable {
    /// Texts past 32,767 characters, which a cell cannot hold; cut, with "……" at the end.
    public var cutCount = 0
    /// Rows past Excel's 1,048,576, left out.
    public var surplusRowCount = 0

    /// Everything was written as it is.
    public init() {}
  }

  /// UTF-16 units of a cell.
  public static let cellLimit = 32_767
  /// Rows of a sheet.
  public static let rowLimit = 1_048_576

  /// Writes `sheets` to the file at `path`, over what is there. Throws `FileError.unwritable`, and what a sheet's further
  /// rows throw. Memory grows with the widest row only.
  @discardableResult
  public static func write(_ sheets: [SheetDraft], title: String, comments: String, to path: String)
    throws -> Notes
  {
    // A fixed day: the time of writing would make other bytes of the same results.
    guard let book = cxlsx_open(path, title, comments, 946_684_800) else {
      throw FileError.unwritable(path: path, reason: "out of memory")
    }
    var writer = SheetWriter(book: book)
    let written = Result { for sheet in sheets { try writer.write(sheet) } }
    let status = cxlsx_close(book)
    try written.get()
    guard status == CXLSX_OK, writer.failure == CXLSX_OK else {
      throw FileError.unwritable(path: path, reason: reason(status == CXLSX_OK ? writer.failure : status))
    }
    return writer.notes
  }

  private static func reason(_ status: Int32) -> String {
    switch Int(status) {
    case CXLSX_BAD_NAME: "a sheet's name"
    case CXLSX_NO_MEMORY: "out of memory"
    case CXLSX_OUT_OF_RANGE: "too many rows, columns or links"
    default: "the disk may be full or write-protected"
    }
  }

  private struct SheetWriter {
    let book: OpaquePointer
    var notes = Notes()
    /// The first status that is not CXLSX_OK.
    var failure = Int32(CXLSX_OK)

    private mutating func check(_ status: Int32) {
      if status != CXLSX_OK, failure == CXLSX_OK { failure = status }
    }

    mutating func write(_ sheet: SheetDraft) throws {
      check(cxlsx_add_sheet(book, sheet.name))
      if failure != CXLSX_OK { return }
      for (i, column) in sheet.columns.enumerated() {
        var style = column.isWrapped ? CXLSX_WRAPPED : CXLSX_PLAIN
        if case .text = column.rule { style = CXLSX_TEXT }
        cxlsx_set_column(book, UInt16(clamping: i), column.width, Int32(style))
      }
      // Charts are placed by the heights that rows have where nothing is said.
      if !sheet.charts.isEmpty { cxlsx_set_default_height(book, RowHeight.chart) }
      cxlsx_set_row_height(book, 0, RowHeight.header)
      for (i, column) in sheet.columns.enumerated() { put(.text(column.title), 0, i, style: CXLSX_HEADER) }
      let chartRows = Set(sheet.charts.map(\.row))
      var rowCount = 0
      for cells in sheet.rows { put(cells, of: sheet, &rowCount, chartRows) }
      try sheet.forEachFurtherRow? { put($0, of: sheet, &rowCount, chartRows) }
      cxlsx_finish_table(book, 0, UInt32(clamping: rowCount), UInt16(clamping: sheet.columns.count))
      cxlsx_set_printing(book, 0)
      for chart in sheet.charts { insert(chart) }
      for (i, column) in sheet.columns.enumerated() where sheet.emptyRowCount > 0 {
        if let rule = column.rule { apply(rule, to: column, i, lastRow: rowCount + sheet.emptyRowCount) }
      }
    }

    /// Puts `cells` below the `rowCount` rows that are there, unless the sheet is full.
    private mutating func put(
      _ cells: [SheetCell], of sheet: SheetDraft, _ rowCount: inout Int, _ chartRows: Set<Int>
    ) {
      if rowCount + 1 >= WorkbookWriter.rowLimit {
        notes.surplusRowCount += 1
        return
      }
      rowCount += 1
      let height = RowHeight.height(of: cells, in: sheet.columns)
      if chartRows.contains(rowCount) {
        cxlsx_set_row_height(book, UInt32(rowCount), max(height ?? 0, RowHeight.chart))
      } else if let height {
        cxlsx_set_row_height(book, UInt32(rowCount), height)
      }
      for (k, cell) in cells.enumerated() {
        let isWrapped = k < sheet.columns.count && sheet.columns[k].isWrapped
        put(cell, rowCount, k, style: isWrapped ? CXLSX_WRAPPED : CXLSX_PLAIN)
      }
    }

    private mutating func put(_ cell: SheetCell, _ row: Int, _ column: Int, style: Int) {
      let (row, column) = (UInt32(clamping: row), UInt16(clamping: column))
      switch cell {
      case .empty: break
      case .text(let text): check(cxlsx_write_text(book, row, column, writable(text), Int32(style)))
      case .integer(let number):
        // A number of more than 15 digits would lose the last.
        if abs(number) < 1_000_000_000_000_000 {
          check(cxlsx_write_number(book, row, column, Double(number), Int32(CXLSX_INTEGER)))
        } else {
          check(cxlsx_write_text(book, row, column, "\(number)", Int32(style)))
        }
      case .number(let number):
        check(cxlsx_write_number(book, row, column, number, Int32(CXLSX_TWO_DECIMALS)))
      case .share(let share): check(cxlsx_write_number(book, row, column, share, Int32(CXLSX_PERCENT)))
      case .time(let time): put(time, row, column)
      case .link(let text, let sheet, let target):
        let link = style == CXLSX_WRAPPED ? CXLSX_LINK : CXLSX_SHORT_LINK
        check(
          cxlsx_write_link(book, row, column, sheet, UInt32(clamping: target), writable(text), Int32(link)))
      }
    }

    /// As days since 1899-12-30. Excel has no dates before 1900-03-01 that all programs read alike.
    private mutating func put(_ time: CivilTime, _ row: UInt32, _ column: UInt16) {
      let days = Double(time.seconds) / 86_400 + 25_569
      if days < 61 {
        check(cxlsx_write_text(book, row, column, time.description, Int32(CXLSX_PLAIN)))
      } else {
        let style = time.seconds % 86_400 == 0 ? CXLSX_DATE : CXLSX_DATE_TIME
        check(cxlsx_write_number(book, row, column, days, Int32(style)))
      }
    }

    private mutating func insert(_ chart: SheetDraft.Chart) {
      check(
        cxlsx_insert_chart(
          book, UInt32(clamping: chart.row), UInt16(clamping: chart.column), chart.data, 0,
          UInt32(clamping: chart.source), UInt16(clamping: chart.columns.lowerBound),
          UInt16(clamping: chart.columns.upperBound), 236, 76))
    }

    private mutating func apply(
      _ rule: SheetDraft.Rule, to column: SheetDraft.Column, _ index: Int, lastRow: Int
    ) {
      let (index, last) = (UInt16(clamping: index), UInt32(clamping: lastRow))
      // Excel shows 32 characters of a title.
      let title = String(column.title.prefix(30))
      switch rule {
      case .date(let message): check(cxlsx_validate_date(book, index, 1, last, title, message))
      case .count(let message): check(cxlsx_validate_count(book, index, 1, last, title, message))
      case .length(let maximum, let message):
        check(cxlsx_validate_length(book, index, 1, last, Int32(clamping: maximum), title, message))
      case .list(let values, let message):
        let pointers = values.map { UnsafePointer<CChar>(strdup($0)) }
        defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
        check(cxlsx_validate_list(book, index, 1, last, pointers + [nil], title, message))
      case .text: break
      }
    }

    /// `text` as a cell can hold it: cut to the limit, what reads like an escape escaped, and so what XML cannot have.
    private mutating func writable(_ text: String) -> String {
      var text = ExcelEscapes.encode(text)
      if text.utf16.count > WorkbookWriter.cellLimit {
        notes.cutCount += 1
        var units = 0
        var end = text.unicodeScalars.startIndex
        while end < text.unicodeScalars.endIndex {
          units += UTF16.width(text.unicodeScalars[end])
          if units > WorkbookWriter.cellLimit - 2 { break }
          end = text.unicodeScalars.index(after: end)
        }
        text = String(text.unicodeScalars[..<end]) + "……"
      }
      return text
    }
  }
}
