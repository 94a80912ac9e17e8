package import MinyiModel

/// The leading left singular vectors of a sparse matrix, by a randomised method.
///
/// Source: Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53 (2011), algorithm 4.4
/// (subspace iteration), with a seeded start. The basis is kept on the shorter side of the matrix, where it costs
/// less to make orthonormal. O(iterations × (entries × dimensions + shorter side × dimensions²)).
package struct TruncatedSVD: Sendable {
  /// U · S^exponent: a row for each row of the matrix, a column for each dimension.
  package let left: ColumnBlocks

  /// Directions drawn beyond those that are kept.
  private static let oversampling = 16

  /// - Parameter iterations: rounds of drawing the basis towards the leading directions, at least 1.
  package init(
    of matrix: SparseMatrix, dimensions: Int, exponent: Double, iterations: Int, threads: ParallelChunks,
    seed: UInt64 = 1
  ) {
    let isWide = matrix.rowCount <= matrix.columnCount
    let shorter = min(matrix.rowCount, matrix.columnCount)
    // 1. a random basis of the shorter side, drawn towards the leading directions
    let wanted = min(dimensions + TruncatedSVD.oversampling, shorter)
    var basis = ColumnBlocks(rows: shorter, columns: wanted)
    if wanted == shorter {
      // All directions of a small matrix are wanted: the axes are a basis. An empty row must stay exactly zero.
      for i in 0..<shorter where !isWide || !matrix.row(i).isEmpty { basis[i, i] = 1 }
    } else {
      var random = SplitMix64(seed: seed)
      basis.randomize(&random)
    }
    for round in 1...max(1, iterations) where wanted < shorter {
      basis =
        isWide
        ? matrix.times(matrix.transposedTimes(basis, threads), threads)
        : matrix.transposedTimes(matrix.times(basis, threads), threads)
      basis.orthonormalizeColumns(exactly: round == max(1, iterations), threads)
    }
    // 2. within the basis found, the principal axes
    let image = isWide ? matrix.transposedTimes(basis, threads) : matrix.times(basis, threads)
    let eigen = SymmetricEigen(image.gram(threads), order: basis.columns)
    let count = min(dimensions, basis.columns)
    left =
      isWide
      ? basis.times(eigen.axes(count, exponent: exponent), threads)
      : image.times(eigen.axes(count, exponent: exponent - 1), threads)
  }
}
