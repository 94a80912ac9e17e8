package import MinyiIndex
package import MinyiModel

/// Document vectors made from word vectors: what words mean is learnt from the words they occur with, so that
/// two short texts without a common word can lie close together.
///
/// The word vectors are U · S^½ of the matrix of positive pointwise mutual information between a word and a
/// context word in one document, with the contexts' distribution smoothed to the power ¾; a document is
/// the sum of its words' unit vectors by TF-IDF weight, of unit length.
/// Source: Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word
/// embeddings", TACL 3, 2015.
package struct WordSpace: Sendable {
  /// Row d: document d's coordinates, of unit length (zero for a text without known words).
  package let documents: ColumnBlocks

  /// - Parameters:
  ///   - matrix: the term counts.
  ///   - weights: a document's TF-IDF vector in each row, with the entries of `matrix`.
  package init(
    of matrix: TermMatrix, weights: SparseMatrix, dimensions: Int, threads: ParallelChunks, seed: UInt64 = 1
  ) {
    let counts = CooccurrenceCounter(matrix)
    var words = TruncatedSVD(
      of: counts.positiveMutualInformation(threads), dimensions: dimensions, exponent: 0.5, iterations: 4,
      threads: threads, seed: seed
    ).left
    words.normalizeRows()
    var wordOf = [Int](repeating: -1, count: matrix.termCount)
    for (word, term) in counts.words.enumerated() { wordOf[term] = word }
    var documents = weights.times(words.gathered(wordOf), threads)
    documents.normalizeRows()
    self.documents = documents
  }
}
