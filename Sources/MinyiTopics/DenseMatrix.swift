import MinyiModel

/// A row-major matrix of single-precision numbers.
struct DenseMatrix: Sendable {
  let rows: Int
  let columns: Int
  var values: [Float]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = [Float](repeating: 0, count: rows * columns)
  }

  func row(_ r: Int) -> Range<Int> { r * columns..<(r + 1) * columns }

  /// Makes the columns orthonormal by modified Gram-Schmidt, twice; a column that vanishes stays zero.
  ///
  /// O(rows × columns²). Sums run down the rows in order.
  mutating func orthonormalizeColumns() {
    for _ in 0..<2 {
      for c in 0..<columns {
        for earlier in 0..<c { subtractProjection(ofColumn: c, onto: earlier) }
        var squares = 0.0
        for r in 0..<rows { squares += Double(values[r * columns + c]) * Double(values[r * columns + c]) }
        let scale = squares > 1e-20 ? Float(1 / squares.squareRoot()) : 0
        for r in 0..<rows { values[r * columns + c] *= scale }
      }
    }
  }

  private mutating func subtractProjection(ofColumn c: Int, onto earlier: Int) {
    var dot = 0.0
    for r in 0..<rows { dot += Double(values[r * columns + c]) * Double(values[r * columns + earlier]) }
    let share = Float(dot)
    for r in 0..<rows { values[r * columns + c] -= share * values[r * columns + earlier] }
  }

  /// Scales every row to length 1; a zero row stays zero.
  mutating func normalizeRows() {
    for r in 0..<rows {
      var squares: Float = 0
      for i in row(r) { squares += values[i] * values[i] }
      guard squares > 0 else { continue }
      let scale = 1 / squares.squareRoot()
      for i in row(r) { values[i] *= scale }
    }
  }
}
