/// People by theme and by place or month, with what stands out.
public struct HeatTable: Sendable {
  /// What the columns are.
  public enum Column: String, Sendable { case place, period }

  public var column: Column
  public var rows: [String]
  public var columns: [String]
  /// People, by row, then column.
  public var counts: [[Int]]
  public var cells: [[AdjustedResiduals.Cell]]
  /// Rows and columns that were left out as too small to show.
  public var hiddenRows: Int
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
