/// The group that a class is found in best.
public struct BestMatch: Sendable, Equatable {
  /// The number of the group.
  public let group: Int
  /// Items that class and group have in common.
  public let common: Int
  /// Items of the group.
  public let groupSize: Int
  /// 2 · common / (items of the class + items of the group): the harmonic mean of precision and recall, 0...1.
  public let f1: Double

  /// For each class of `table` the group with the highest F1, of equals the smaller number; nil for a class that has
  /// nothing in common with any. O(cells).
  ///
  /// - Parameter groupSizes: by group. Columns behind them are items that are in no group, and match nothing. A size
  ///   may be larger than the column's sum where a group has items that the table does not know.
  public static func matches(in table: ContingencyTable, groupSizes: [Int]) -> [BestMatch?] {
    var best = [BestMatch?](repeating: nil, count: table.rowSums.count)
    for cell in table.cells where cell.column < groupSizes.count {
      let size = groupSizes[cell.column]
      let f1 = 2 * Double(cell.count) / Double(table.rowSums[cell.row] + size)
      if f1 > best[cell.row]?.f1 ?? 0 {
        best[cell.row] = BestMatch(group: cell.column, common: cell.count, groupSize: size, f1: f1)
      }
    }
    return best
  }
}
