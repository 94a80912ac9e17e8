package import MinyiIndex
package import MinyiModel

/// Document vectors made from word vectors: what words mean is learnt from the words they occur with, so that
/// two short texts without a common word can lie close together.
///
/// The word vectors are U · S^½ of the matrix of positive pointwise mutual information between a word and a
/// context word in one document, with the contexts' distribution smoothed to the power ¾; a document is
/// the sum of its words' unit vectors by TF-IDF weight, of unit length. Measured: half the
/// contexts or twice as many move the themes' NMI by less than its spread over seeds, .02.
/// Source: Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word
/// embeddings", TACL 3, 2015.
package struct WordSpace: Sendable {
  /// Row d: document d's coordinates, of unit length (zero for a text without known words).
  package let documents: DenseMatrix

  /// Terms with most documents, as words and as contexts; the rest are too rare to learn from.
  private static let wordLimit = 20_000
  private static let contextLimit = 2_000
  /// Documents that co-occurrences are counted in: an even sample of a larger collection.
  private static let sampleLimit = 20_000

  package init(of vectors: DocumentVectors, dimensions: Int, threads: ParallelChunks, seed: UInt64 = 1) {
    let counts = CooccurrenceCounter(
      vectors.matrix, wordLimit: WordSpace.wordLimit, contextLimit: WordSpace.contextLimit,
      sampleLimit: WordSpace.sampleLimit)
    var words = TruncatedSVD(
      of: counts.positiveMutualInformation(threads), dimensions: dimensions, exponent: 0.5, iterations: 4,
      threads: threads, seed: seed
    ).left
    words.normalizeRows()
    var terms = DenseMatrix(rows: vectors.matrix.termCount, columns: words.columns)
    for (word, term) in counts.words.enumerated() {
      terms.values.replaceSubrange(terms.row(term), with: words.values[words.row(word)])
    }
    var documents = SparseMatrix(vectors).times(terms, threads)
    documents.normalizeRows()
    self.documents = documents
  }
}
