/// A sheet of a workbook that is written: a header and rows below it.
public struct SheetDraft: Sendable {
  /// A column of the sheet.
  public struct Column: Sendable {
    public var title: String
    /// In characters of the usual font; a Chinese one takes two.
    public var width: Double
    public var isWrapped: Bool
    public var rule: Rule?

    public init(_ title: String, width: Double, isWrapped: Bool = false, rule: Rule? = nil) {
      self.title = title
      self.width = width
      self.isWrapped = isWrapped
      self.rule = rule
    }
  }

  /// What may be typed into a column, with the sentence that says so.
  public enum Rule: Sendable {
    case date(String)
    case count(String)
    case length(maximum: Int, String)
    /// Others are taken too, after a question.
    case list([String], String)
    /// Anything, kept as text.
    case text
  }

  /// A small column chart beside row `row`, of the numbers in row `source` of the sheet `data`.
  public struct Chart: Sendable {
    public var row: Int
    public var column: Int
    public var data: String
    public var source: Int
    public var columns: ClosedRange<Int>

    public init(row: Int, column: Int, data: String, source: Int, columns: ClosedRange<Int>) {
      self.row = row
      self.column = column
      self.data = data
      self.source = source
      self.columns = columns
    }
  }

  public var name: String
  public var columns: [Column]
  /// Row 0 of the sheet is the header, so row i of these is row i + 1.
  public var rows: [[SheetCell]]
  /// Calls its argument with rows that follow `rows`, one at a time, so that a long sheet is never whole in memory.
  public var forEachFurtherRow: (@Sendable (_ row: ([SheetCell]) throws -> Void) throws -> Void)?
  public var charts: [Chart] = []
  /// Empty rows below the last that the columns' rules hold for.
  public var emptyRowCount = 0

  public init(_ name: String, columns: [Column], rows: [[SheetCell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
