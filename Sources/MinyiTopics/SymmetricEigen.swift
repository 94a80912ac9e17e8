import MinyiModel

/// Eigenvalues and vectors of a small symmetric matrix by cyclic Jacobi rotations.
///
/// Source: Golub and Van Loan, "Matrix Computations", section 8.5 (Jacobi methods). O(n³) a sweep.
package struct SymmetricEigen {
  /// Largest first.
  package let values: [Double]
  /// `vectors[i]` belongs to `values[i]`; unit length, its first non-zero entry positive.
  package let vectors: [[Double]]

  /// The eigensystem of a row-major matrix of `order` rows.
  package init(_ matrix: [Double], order: Int) {
    self.init((0..<order).map { Array(matrix[$0 * order..<($0 + 1) * order]) })
  }

  /// The first `count` vectors as columns, each times its value to the power `exponent` / 2.
  func axes(_ count: Int, exponent: Double) -> DenseMatrix {
    var axes = DenseMatrix(rows: vectors.count, columns: count)
    for c in 0..<count {
      let value = max(0, values[c])
      let scale = value > 0 ? exponential(Float(naturalLog(value) * exponent / 2)) : 0
      for r in 0..<vectors.count { axes.values[r * count + c] = Float(vectors[c][r]) * scale }
    }
    return axes
  }

  package init(_ matrix: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n { v[i][i] = 1 }
    for _ in 0..<30 {
      var off = 0.0
      for i in 0..<n { for j in 0..<i { off += a[i][j] * a[i][j] } }
      if off < 1e-22 * Double(n) { break }
      for p in 0..<n { for q in (p + 1)..<max(n, p + 1) { SymmetricEigen.rotate(&a, &v, p, q) } }
    }
    let diagonal: [Double] = (0..<n).map { a[$0][$0] }
    let order: [Int] = (0..<n).sorted { (i: Int, j: Int) -> Bool in
      diagonal[i] == diagonal[j] ? i < j : diagonal[i] > diagonal[j]
    }
    values = order.map { diagonal[$0] }
    vectors = order.map { c in
      let column: [Double] = (0..<n).map { v[$0][c] }
      let lead = column.first { abs($0) > 1e-12 } ?? 1
      return lead < 0 ? column.map { -$0 } : column
    }
  }

  /// Makes a[p][q] zero.
  private static func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int) {
    guard abs(a[p][q]) > 1e-300 else { return }
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in a.indices {
      turn(&a[k], p, q, c, s)
      turn(&v[k], p, q, c, s)
    }
    for k in a.indices {
      let above = a[p][k]
      let below = a[q][k]
      a[p][k] = c * above - s * below
      a[q][k] = s * above + c * below
    }
  }

  private static func turn(_ row: inout [Double], _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    let left = row[p]
    let right = row[q]
    row[p] = c * left - s * right
    row[q] = s * left + c * right
  }
}
