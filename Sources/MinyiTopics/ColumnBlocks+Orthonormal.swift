package import MinyiModel

extension ColumnBlocks {
  /// Makes the columns orthonormal by Cholesky QR, twice if `exactly`; a column that depends on earlier ones becomes
  /// zero.
  ///
  /// O(rows × columns²), contiguous and parallel by chunks of rows. Source: Yamamoto, Nakatsukasa, Yanagisawa and
  /// Fukaya, "Roundoff error analysis of the CholeskyQR2 algorithm", ETNA 44 (2015).
  package mutating func orthonormalizeColumns(exactly: Bool = true, _ threads: ParallelChunks) {
    for _ in 0..<(exactly ? 2 : 1) {
      let inverse = ColumnBlocks.inverseFactor(of: gram(threads), columns)
      self = times(inverse, threads)
    }
  }

  /// The product with the transpose of its own: columns × columns, row-major, summed in the order of rows.
  package func gram(_ threads: ParallelChunks) -> [Double] {
    let n = columns
    // Short sums in single precision: a dependent column is told by what is left of it.
    let parts = threads.map(count: rows, chunkSize: 256) { range in
      var sums = [Lanes](repeating: .zero, count: n * blockCount)
      sums.withUnsafeMutableBufferPointer { sums in
        lanes.withUnsafeBytes { bytes in
          let floats = bytes.bindMemory(to: Float.self)
          lanes.withUnsafeBufferPointer { lanes in
            for i in 0..<n {
              let (block, column) = (i / ColumnBlocks.width, i % ColumnBlocks.width)
              // The matrix is symmetric: blocks to the left of the diagonal follow from the others.
              for b in block..<blockCount {
                var sum = Lanes.zero
                for r in range {
                  sum += floats[(block * rows + r) * ColumnBlocks.width + column] * lanes[b * rows + r]
                }
                sums[i * blockCount + b] = sum
              }
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
          gram[i * n + j] += Double(part[i * blockCount + j / ColumnBlocks.width][j % ColumnBlocks.width])
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
}
