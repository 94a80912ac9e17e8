import MinyiModel

/// Eigenvalues and vectors of a small symmetric matrix: Householder tridiagonalisation, then implicit QL.
///
/// Source: Golub and Van Loan, "Matrix Computations", sections 8.3.1 and 8.3.3. O(n³).
package struct SymmetricEigen {
  /// Largest first.
  package let values: [Double]
  /// `vectors[i]` belongs to `values[i]`; unit length, its first non-zero entry positive.
  package let vectors: [[Double]]

  package init(_ matrix: [[Double]]) {
    self.init(matrix.flatMap { $0 }, order: matrix.count)
  }

  /// The eigensystem of a row-major matrix of `order` rows.
  package init(_ matrix: [Double], order n: Int) {
    var (v, diagonal, beside) = (matrix, [Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    v.withUnsafeMutableBufferPointer { v in
      diagonal.withUnsafeMutableBufferPointer { diagonal in
        beside.withUnsafeMutableBufferPointer { beside in
          SymmetricEigen.tridiagonalize(v, diagonal, beside)
          SymmetricEigen.diagonalize(v, diagonal, beside)
        }
      }
    }
    let order = (0..<n).sorted { (i: Int, j: Int) -> Bool in
      diagonal[i] == diagonal[j] ? i < j : diagonal[i] > diagonal[j]
    }
    values = order.map { diagonal[$0] }
    vectors = order.map { c in
      let row = Array(v[c * n..<(c + 1) * n])
      let lead = row.first { abs($0) > 1e-12 } ?? 1
      return lead < 0 ? row.map { -$0 } : row
    }
  }

  /// The first `count` vectors as columns, each times its value to the power `exponent` / 2; the zero vector where
  /// the value is rounding noise.
  func axes(_ count: Int, exponent: Double) -> DenseMatrix {
    var axes = DenseMatrix(rows: vectors.count, columns: count)
    let noise = 1e-10 * (values.first ?? 0)
    for c in 0..<count where values[c] > max(0, noise) {
      let scale = exponential(Float(naturalLog(values[c]) * exponent / 2))
      for r in 0..<vectors.count { axes.values[r * count + c] = Float(vectors[c][r]) * scale }
    }
    return axes
  }

  private typealias Numbers = UnsafeMutableBufferPointer<Double>

  /// Reflections from the last row to the second. `beside[i]` is then what stands beside the diagonal in rows i and
  /// i - 1, and row c of `v` the transformation's column c.
  private static func tridiagonalize(_ v: Numbers, _ diagonal: Numbers, _ beside: Numbers) {
    let n = diagonal.count
    var heights = [Double](repeating: 0, count: n)
    for i in stride(from: n - 1, to: 0, by: -1) { heights[i] = reflect(v, i, n, beside) }
    for i in 0..<n {
      diagonal[i] = v[i * n + i]
      let u = Numbers(rebasing: v[i * n..<i * n + i])
      if heights[i] > 0 {
        for j in 0..<i {
          let row = Numbers(rebasing: v[j * n..<j * n + i])
          var dot = 0.0
          for k in 0..<i { dot += u[k] * row[k] }
          for k in 0..<i { row[k] -= dot / heights[i] * u[k] }
        }
      }
      for k in 0..<i { (u[k], v[k * n + i]) = (0, 0) }
      v[i * n + i] = 1
    }
  }

  /// Makes row i zero left of its last entry before the diagonal, leaves u there, and returns |u|² / 2.
  private static func reflect(_ v: Numbers, _ i: Int, _ n: Int, _ beside: Numbers) -> Double {
    let u = Numbers(rebasing: v[i * n..<i * n + i])
    let last = u[i - 1]
    let squares = u.dropLast().reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else {
      beside[i] = last
      return 0
    }
    let length = (squares + last * last).squareRoot() * (last > 0 ? -1 : 1)
    beside[i] = length
    u[i - 1] = last - length
    let height = length * (length - last)
    // p = A u / h; q = p - u (u · p) / 2h; A -= u qᵀ + q uᵀ, in the lower triangle.
    var q = [Double](repeating: 0, count: i)
    for j in 0..<i {
      let row = Numbers(rebasing: v[j * n..<j * n + j])
      var sum = v[j * n + j] * u[j]
      for k in 0..<j {
        sum += row[k] * u[k]
        q[k] += row[k] * u[j]
      }
      q[j] += sum
    }
    var dot = 0.0
    for j in 0..<i {
      q[j] /= height
      dot += q[j] * u[j]
    }
    for j in 0..<i { q[j] -= dot / (2 * height) * u[j] }
    for j in 0..<i { for k in 0...j { v[j * n + k] -= u[j] * q[k] + q[j] * u[k] } }
    return height
  }

  /// QL with implicit shifts on the tridiagonal matrix; turns the rows of `v` along.
  private static func diagonalize(_ v: Numbers, _ diagonal: Numbers, _ beside: Numbers) {
    let n = diagonal.count
    guard n > 1 else { return }
    for i in 1..<n { beside[i - 1] = beside[i] }
    beside[n - 1] = 0
    for first in 0..<n {
      // Two rounds a value are usual.
      for _ in 0..<60 {
        var end = first
        while end < n - 1 {
          let size = abs(diagonal[end]) + abs(diagonal[end + 1])
          if abs(beside[end]) + size == size { break }
          end += 1
        }
        if end == first { break }
        chase(v, diagonal, beside, first, end)
      }
    }
  }

  /// One round of QL on rows first...end.
  private static func chase(
    _ v: Numbers, _ diagonal: Numbers, _ beside: Numbers, _ first: Int, _ end: Int
  ) {
    let n = diagonal.count
    let half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first])
    let root = (half * half + 1).squareRoot()
    var g = diagonal[end] - diagonal[first] + beside[first] / (half + (half >= 0 ? root : -root))
    var (s, c, p) = (1.0, 1.0, 0.0)
    for i in stride(from: end - 1, through: first, by: -1) {
      let f = s * beside[i]
      let b = c * beside[i]
      let r = (f * f + g * g).squareRoot()
      beside[i + 1] = r
      guard r > 0 else {
        diagonal[i + 1] -= p
        beside[end] = 0
        return
      }
      (s, c) = (f / r, g / r)
      g = diagonal[i + 1] - p
      let turned = (diagonal[i] - g) * s + 2 * c * b
      p = s * turned
      diagonal[i + 1] = g + p
      g = c * turned - b
      for k in 0..<n {
        let (low, high) = (v[i * n + k], v[(i + 1) * n + k])
        v[(i + 1) * n + k] = s * low + c * high
        v[i * n + k] = c * low - s * high
      }
    }
    diagonal[first] -= p
    beside[first] = g
    beside[end] = 0
  }
}
