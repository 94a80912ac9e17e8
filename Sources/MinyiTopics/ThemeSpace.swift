import MinyiIndex
import MinyiModel

/// Latent vectors of documents, by their own words and by what their words go with, side by side and of length 1.
///
/// A document's own words count m / (m + 30), with m the mean number of distinct terms: a long message speaks
/// for itself; two titles on one matter seldom share a word. Own design.
struct ThemeSpace: Sendable {
  var dimensions = 48
  var threads: ParallelChunks
  var seed: UInt64

  /// A row a document of `sample`.
  func points(of sample: ThemeSample) -> DenseMatrix {
    let latent = LatentSpace(of: sample.weights, dimensions: dimensions, threads: threads, seed: seed)
      .documents
    let words = WordSpace(
      of: sample.matrix, weights: sample.weights, dimensions: dimensions, threads: threads, seed: seed
    ).documents
    let mean = Float(sample.matrix.terms.count) / Float(sample.matrix.documentCount)
    var space = latent.beside(words, leftWeight: mean / (mean + 30))
    space.normalizeRows()
    return space.dense
  }
}
