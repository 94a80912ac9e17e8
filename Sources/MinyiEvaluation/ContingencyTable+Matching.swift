/// Measures by items in the right place, each 0...1, 1 for an empty table.
extension ContingencyTable {
  /// The share of items that are right when classes and groups are matched one to one in the best way.
  public var accuracy: Double {
    if total == 0 { return 1 }
    let cells = contestedCells
    let columns = Set(cells.map(\.column)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var weights = [Int](repeating: 0, count: rowSums.count * columns.count)
    for cell in cells { weights[cell.row * columns.count + (numbers[cell.column] ?? 0)] = cell.count }
    let best = MaximumAssignment(weights: weights, rowCount: rowSums.count, columnCount: columns.count)
    return Double(best.total) / Double(total)
  }

  /// The share of items that are right when every group stands for its most frequent class. Grows with the number of
  /// groups: groups of one item are always pure.
  public var purity: Double {
    if total == 0 { return 1 }
    var largest = [Int](repeating: 0, count: columnSums.count)
    for cell in cells { largest[cell.column] = max(largest[cell.column], cell.count) }
    return Double(largest.reduce(0, +)) / Double(total)
  }

  /// The cells that an optimal matching can be made of: thousands of groups, most of one item, become a few.
  ///
  /// Groups of one class compete for that class alone, so only its largest counts. And of R classes, each needs its R
  /// largest groups only: of these the others cannot take all.
  private var contestedCells: [Cell] {
    var result: [Cell] = []
    var start = 0
    while start < cells.count {
      let end = cells[start...].firstIndex { $0.row != cells[start].row } ?? cells.count
      let ordered = cells[start..<end].sorted { ($1.count, $0.column) < ($0.count, $1.column) }
      let pure = ordered.first { $0.count == columnSums[$0.column] }
      let mixed = ordered.lazy.filter { $0.count < columnSums[$0.column] }.prefix(rowSums.count)
      result += mixed
      if let pure { result.append(pure) }
      start = end
    }
    return result
  }
}
