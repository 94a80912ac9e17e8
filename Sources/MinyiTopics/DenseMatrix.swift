/// A row-major matrix of single-precision numbers.
package struct DenseMatrix: Sendable {
  package let rows: Int
  package let columns: Int
  package var values: [Float]

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = [Float](repeating: 0, count: rows * columns)
  }

  package func row(_ r: Int) -> Range<Int> { r * columns..<(r + 1) * columns }

  /// The rows `wanted`, in that order.
  func rows(_ wanted: [Int]) -> DenseMatrix {
    var chosen = DenseMatrix(rows: wanted.count, columns: columns)
    for (i, r) in wanted.enumerated() { chosen.values.replaceSubrange(chosen.row(i), with: values[row(r)]) }
    return chosen
  }

  /// Rows as columns.
  var transposed: DenseMatrix {
    var transposed = DenseMatrix(rows: columns, columns: rows)
    for r in 0..<rows { for c in 0..<columns { transposed.values[c * rows + r] = values[r * columns + c] } }
    return transposed
  }

  /// Scales every row to length 1; a zero row stays zero.
  package mutating func normalizeRows() {
    let (rows, columns) = (rows, columns)
    values.withUnsafeMutableBufferPointer { values in
      for r in 0..<rows {
        let row = UnsafeMutableBufferPointer(rebasing: values[r * columns..<(r + 1) * columns])
        var squares: Float = 0
        for value in row { squares += value * value }
        guard squares > 0 else { continue }
        let scale = 1 / squares.squareRoot()
        for i in row.indices { row[i] *= scale }
      }
    }
  }
}
