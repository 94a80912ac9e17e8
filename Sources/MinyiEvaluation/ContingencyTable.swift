/// How often each class meets each group: what all measures of agreement between two groupings are computed from.
///
/// Sparse, since there may be as many groups as items. Rows are classes, columns groups.
public struct ContingencyTable: Sendable, Equatable {
  /// A class and a group with items in common.
  public struct Cell: Sendable, Equatable {
    /// The number of the class.
    public var row: Int
    /// The number of the group.
    public var column: Int
    /// Items in both, 1 or more.
    public var count: Int
  }

  /// Ordered by row, then by column; every count is positive.
  public let cells: [Cell]
  /// Items of each class.
  public let rowSums: [Int]
  /// Items of each group.
  public let columnSums: [Int]
  /// Items.
  public let total: Int

  /// The table of items of which `classes` and `groups` give the class and the group, both numbered from 0.
  ///
  /// Numbers that no item has are classes and groups without items; they change no measure. O(items · log items).
  public init(classes: [Int], groups: [Int]) {
    precondition(classes.count == groups.count, "every item has one class and one group")
    var rowSums = [Int](repeating: 0, count: (classes.max() ?? -1) + 1)
    var columnSums = [Int](repeating: 0, count: (groups.max() ?? -1) + 1)
    for row in classes { rowSums[row] += 1 }
    for column in groups { columnSums[column] += 1 }
    var cells: [Cell] = []
    for (row, column) in zip(classes, groups).sorted(by: <) {
      if let last = cells.last, last.row == row, last.column == column {
        cells[cells.count - 1].count += 1
      } else {
        cells.append(Cell(row: row, column: column, count: 1))
      }
    }
    (self.cells, self.rowSums, self.columnSums) = (cells, rowSums, columnSums)
    total = classes.count
  }
}
