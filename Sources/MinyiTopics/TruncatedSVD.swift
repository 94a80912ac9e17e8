package import MinyiModel

/// The leading left singular vectors of a sparse matrix, by a randomised method.
///
/// Source: Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53 (2011), algorithm 4.4
/// (subspace iteration), with a seeded start. O(iterations × (entries × dimensions + rows × dimensions²)).
package struct TruncatedSVD: Sendable {
  /// U · S^exponent: a row for each row of the matrix, a column for each dimension.
  package let left: DenseMatrix

  private static let oversampling = 12

  /// - Parameter iterations: rounds of drawing the basis towards the leading directions.
  package init(
    of matrix: SparseMatrix, dimensions: Int, exponent: Double, iterations: Int, threads: ParallelChunks,
    seed: UInt64 = 1
  ) {
    let wide = min(dimensions + TruncatedSVD.oversampling, matrix.rowCount, matrix.columnCount)
    // 1. a random basis of the columns' space, drawn towards the leading directions
    var basis = DenseMatrix(rows: matrix.columnCount, columns: wide)
    var random = SplitMix64(seed: seed)
    for i in basis.values.indices { basis.values[i] = Float(random.nextUnit() - 0.5) }
    var projected = matrix.times(basis, threads)
    for _ in 0..<iterations {
      projected.orthonormalizeColumns(threads)
      basis = matrix.transposedTimes(projected, threads)
      projected = matrix.times(basis, threads)
    }
    // 2. within the basis found, the principal axes
    projected.orthonormalizeColumns(threads)
    basis = matrix.transposedTimes(projected, threads)
    let eigen = SymmetricEigen(basis.gram(threads), order: wide)
    left = projected.times(eigen.axes(min(dimensions, wide), exponent: exponent), threads)
  }
}
