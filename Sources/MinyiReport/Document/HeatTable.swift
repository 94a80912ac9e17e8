/// People by theme and by place or month, with what stands out.
public struct HeatTable: Sendable {
  /// What the columns are.
  public enum Column: String, Sendable {
    /// Places as the files name them, or months, quarters, years.
    case place, period
  }

  /// Decides what `columns` are.
  public var column: Column
  /// The labels of themes, the largest theme first.
  public var rows: [String]
  /// Places, those with the most people first, or periods from the earliest.
  public var columns: [String]
  /// People, by row, then column.
  public var counts: [[Int]]
  /// What stands out, by row, then column, as in `counts`.
  public var cells: [[AdjustedResiduals.Cell]]
  /// Rows and columns that were left out as too small to show.
  public var hiddenRows: Int
  /// Places of fewer people, or earlier periods, that are not shown.
  public var hiddenColumns: Int

  /// The table of `counts` with its residuals, tested together.
  public init(
    column: Column, rows: [String], columns: [String], counts: [[Int]], hiddenRows: Int, hiddenColumns: Int
  ) {
    self.column = column
    self.rows = rows
    self.columns = columns
    self.counts = counts
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    cells = AdjustedResiduals(of: counts).cells
  }
}
