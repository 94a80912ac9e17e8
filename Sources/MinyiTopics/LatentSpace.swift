package import MinyiModel

/// Document vectors of a few dimensions by latent semantic analysis: U · S of the TF-IDF matrix, rows of unit
/// length.
///
/// Source: Deerwester, Dumais, Furnas, Landauer and Harshman, "Indexing by latent semantic analysis", JASIS 41(6),
/// 1990.
package struct LatentSpace: Sendable {
  /// Row d: document d's coordinates, of unit length (zero for a text without terms).
  package let documents: ColumnBlocks

  /// - Parameter matrix: a document's TF-IDF vector in each row.
  package init(of matrix: SparseMatrix, dimensions: Int, threads: ParallelChunks, seed: UInt64 = 1) {
    var documents = TruncatedSVD(
      of: matrix, dimensions: dimensions, exponent: 1, iterations: 2, threads: threads, seed: seed
    ).left
    documents.normalizeRows()
    self.documents = documents
  }
}
