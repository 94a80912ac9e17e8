/// Rows matched with columns one to one, so that the sum of the weights is as large as it can be.
///
/// The Hungarian method with potentials and shortest augmenting paths. Sources: Kuhn, "The Hungarian method for the
/// assignment problem", Naval Research Logistics Quarterly 2 (1955); Jonker and Volgenant, "A shortest augmenting path
/// algorithm for dense and sparse linear assignment problems", Computing 38 (1987).
public struct MaximumAssignment: Sendable, Equatable {
  /// By row; nil where there are more rows than columns and this one has none.
  public let columnOfRow: [Int?]
  /// The sum of the matched weights.
  public let total: Int

  /// Matches as many rows as there are columns, or all of them.
  ///
  /// - Parameter weights: row by row, of any sign, sums of them within `Int`.
  ///
  /// O(n² · m) for n of the fewer and m of the more numerous side, in whole numbers.
  public init(weights: [Int], rowCount: Int, columnCount: Int) {
    precondition(weights.count == rowCount * columnCount, "a weight for every row and column")
    var columnOfRow = [Int?](repeating: nil, count: rowCount)
    if rowCount <= columnCount {
      let rows = MaximumAssignment.rows(rowCount, columnCount) { weights[$0 * columnCount + $1] }
      for case let (column, row?) in rows.enumerated() { columnOfRow[row] = column }
    } else {
      let columns = MaximumAssignment.rows(columnCount, rowCount) { weights[$1 * columnCount + $0] }
      for (row, column) in columns.enumerated() { columnOfRow[row] = column }
    }
    self.columnOfRow = columnOfRow
    total = columnOfRow.enumerated().reduce(0) { sum, match in
      sum + (match.element.map { weights[match.offset * columnCount + $0] } ?? 0)
    }
  }

  /// For each of `m` columns its one of `n` rows, which are not more. Every row has a column.
  private static func rows(_ n: Int, _ m: Int, _ weight: (Int, Int) -> Int) -> [Int?] {
    // Costs are negated weights. Potentials keep every reduced cost at 0 or above, and at 0 where rows are matched.
    // Row n and column m stand for the row that is being placed.
    var rowPotential = [Int](repeating: 0, count: n + 1)
    var columnPotential = [Int](repeating: 0, count: m + 1)
    var rowOfColumn = [Int](repeating: n, count: m + 1)
    var previous = [Int](repeating: m, count: m + 1)
    var distance = [Int](repeating: 0, count: m)
    var isReached = [Bool](repeating: false, count: m + 1)
    for newRow in 0..<n {
      for column in 0..<m { (distance[column], isReached[column]) = (.max, false) }
      isReached[m] = false
      rowOfColumn[m] = newRow
      var column = m
      repeat {
        isReached[column] = true
        let row = rowOfColumn[column]
        var (step, nearest) = (Int.max, m)
        for other in 0..<m where !isReached[other] {
          let reduced = -weight(row, other) - rowPotential[row] - columnPotential[other]
          if reduced < distance[other] { (distance[other], previous[other]) = (reduced, column) }
          if distance[other] < step { (step, nearest) = (distance[other], other) }
        }
        for other in 0...m {
          if isReached[other] {
            rowPotential[rowOfColumn[other]] += step
            columnPotential[other] -= step
          } else if other < m {
            distance[other] -= step
          }
        }
        column = nearest
      } while rowOfColumn[column] != n
      while column != m {
        rowOfColumn[column] = rowOfColumn[previous[column]]
        column = previous[column]
      }
    }
    return rowOfColumn[..<m].map { $0 == n ? nil : $0 }
  }
}
