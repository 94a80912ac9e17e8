package import MinyiModel

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

  /// Makes the columns orthonormal by Cholesky QR, twice; a column that depends on earlier ones becomes zero.
  ///
  /// O(rows × columns²), contiguous and parallel by chunks of rows. Source: Yamamoto, Nakatsukasa, Yanagisawa and
  /// Fukaya, "Roundoff error analysis of the CholeskyQR2 algorithm", ETNA 44 (2015).
  package mutating func orthonormalizeColumns(_ threads: ParallelChunks) {
    for _ in 0..<2 {
      let inverse = DenseMatrix.inverseFactor(of: gram(threads), columns)
      self = times(inverse, threads)
    }
  }

  /// The product with the transpose of its own: columns × columns, row-major, summed in the order of rows.
  package func gram(_ threads: ParallelChunks) -> [Double] {
    let n = columns
    let blocks = ColumnBlocks(self)
    let parts = threads.map(count: rows, chunkSize: 512) { range in
      var sums = [ColumnBlocks.Lanes](repeating: .zero, count: n * blocks.blockCount)
      sums.withUnsafeMutableBufferPointer { sums in
        for r in range {
          for i in 0..<n {
            let left = values[r * n + i]
            // The matrix is symmetric: blocks to the left of the diagonal follow from the others.
            for b in i / ColumnBlocks.width..<blocks.blockCount {
              sums[i * blocks.blockCount + b] += left * blocks.lanes[b * rows + r]
            }
          }
        }
      }
      return sums
    }
    var gram = [Double](repeating: 0, count: n * n)
    for part in parts {
      for i in 0..<n {
        for j in i..<n {
          gram[i * n + j] +=
            Double(part[i * blocks.blockCount + j / ColumnBlocks.width][j % ColumnBlocks.width])
        }
      }
    }
    for i in 0..<n { for j in 0..<i { gram[i * n + j] = gram[j * n + i] } }
    return gram
  }

  /// The inverse of R, where RᵀR is the Cholesky factorisation of `gram`; columns without a pivot are zero.
  private static func inverseFactor(of gram: [Double], _ n: Int) -> DenseMatrix {
    var upper = gram
    var isFree = [Bool](repeating: false, count: n)
    for i in 0..<n {
      for j in 0..<i where !isFree[j] {
        for k in i..<n { upper[i * n + k] -= upper[j * n + i] * upper[j * n + k] }
      }
      // A pivot that has lost nearly all of its column is rounding noise.
      isFree[i] = upper[i * n + i] <= 1e-6 * gram[i * n + i] || gram[i * n + i] <= 0
      let pivot = isFree[i] ? 1 : upper[i * n + i].squareRoot()
      for k in i..<n { upper[i * n + k] = isFree[i] ? 0 : upper[i * n + k] / pivot }
    }
    var inverse = DenseMatrix(rows: n, columns: n)
    for c in 0..<n where !isFree[c] {
      var column = [Double](repeating: 0, count: n)
      column[c] = 1 / upper[c * n + c]
      for i in stride(from: c - 1, through: 0, by: -1) where !isFree[i] {
        var sum = 0.0
        for k in (i + 1)...c { sum += upper[i * n + k] * column[k] }
        column[i] = -sum / upper[i * n + i]
      }
      for i in 0...c { inverse.values[i * n + c] = Float(column[i]) }
    }
    return inverse
  }

  /// The matrix product, parallel by rows.
  package func times(_ right: DenseMatrix, _ threads: ParallelChunks) -> DenseMatrix {
    ColumnBlocks(right).product(rowCount: rows, chunkSize: 512, threads) { block, r in
      var sum = ColumnBlocks.Lanes.zero
      for i in 0..<columns { sum += values[r * columns + i] * block[i] }
      return sum
    }
  }

  /// Scales every row to length 1; a zero row stays zero.
  package mutating func normalizeRows() {
    for r in 0..<rows {
      var squares: Float = 0
      for i in row(r) { squares += values[i] * values[i] }
      guard squares > 0 else { continue }
      let scale = 1 / squares.squareRoot()
      for i in row(r) { values[i] *= scale }
    }
  }
}
