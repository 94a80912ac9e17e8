/// A sheet of a workbook that is written: a header and rows below it.
public struct SheetDraft: Sendable {
  /// A column of the sheet.
  public struct Column: Sendable {
    /// The column's cell in the header row.
    public var title: String
    /// In characters of the usual font; a Chinese one takes two.
    public var width: Double
    /// True where long texts go on in further lines of the cell.
    public var isWrapped: Bool
    /// What may be typed into the column below the rows; nil: anything.
    public var rule: Rule?

    /// A column; `width` is in characters of the usual font.
    public init(_ title: String, width: Double, isWrapped: Bool = false, rule: Rule? = nil) {
      self.title = title
      self.width = width
      self.isWrapped = isWrapped
      self.rule = rule
    }
  }

  /// What may be typed into a column, with the sentence that says so.
  public enum Rule: Sendable {
    /// A date from 1990 to 2099.
    case date(String)
    /// A whole number, 0 or more.
    case count(String)
    /// A text of so many characters at most.
    case length(maximum: Int, String)
    /// Others are taken too, after a question.
    case list([String], String)
    /// Anything, kept as text.
    case text
  }

  /// A small column chart beside row `row`, of the numbers in row `source` of the sheet `data`.
  public struct Chart: Sendable {
    /// The row that it stands in, counted with the header as row 0.
    public var row: Int
    /// The column that it stands in, from 0.
    public var column: Int
    /// The name of the sheet that holds the numbers; its header names the bars.
    public var data: String
    /// The row of `data` with the numbers, counted with the header as row 0.
    public var source: Int
    /// The columns of `data` with the numbers, from 0.
    public var columns: ClosedRange<Int>

    /// A chart; nothing checks that `data` has such a row.
    public init(row: Int, column: Int, data: String, source: Int, columns: ClosedRange<Int>) {
      self.row = row
      self.column = column
      self.data = data
      self.source = source
      self.columns = columns
    }
  }

  /// As Excel allows it: 31 characters at most, none of []:*?/\ among them.
  public var name: String
  /// From left to right.
  public var columns: [Column]
  /// Row 0 of the sheet is the header, so row i of these is row i + 1.
  public var rows: [[SheetCell]]
  /// Calls its argument with rows that follow `rows`, one at a time, so that a long sheet is never whole in memory.
  public var forEachFurtherRow: (@Sendable (_ row: ([SheetCell]) throws -> Void) throws -> Void)?
  /// Where there are any, all rows have a height that charts are placed by.
  public var charts: [Chart] = []
  /// Empty rows below the last that the columns' rules hold for.
  public var emptyRowCount = 0

  /// A sheet; cells past `columns` are written, without a header.
  public init(_ name: String, columns: [Column], rows: [[SheetCell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
