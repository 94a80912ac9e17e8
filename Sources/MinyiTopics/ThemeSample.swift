import MinyiIndex

/// The documents that themes are learnt from: all of a small collection, evenly spread ones of a larger one.
///
/// Ids are in the order of content hashes, so that this is a random sample that does not depend on the order of the
/// input.
struct ThemeSample: Sendable {
  /// The terms of the sampled documents, with the ids of the whole collection.
  let matrix: TermMatrix
  /// Their TF-IDF vectors, entry by entry.
  let weights: SparseMatrix

  /// Entries that are learnt from, unless there are fewer than `leastDocuments`: long texts need not be as many.
  private static let entryLimit = 600_000
  private static let leastDocuments = 2_000

  /// - Parameter documents: those with terms, ascending.
  init(of vectors: DocumentVectors, _ documents: [Int], limit: Int) {
    let all = vectors.matrix
    let byEntries = max(
      ThemeSample.leastDocuments, ThemeSample.entryLimit * documents.count / max(1, all.terms.count))
    let wanted = max(1, min(limit, byEntries))
    let count = min(wanted, documents.count)
    var rowStarts = [0]
    var terms: [UInt32] = []
    var counts: [UInt32] = []
    var weights: [Float] = []
    for i in 0..<count {
      let row = all.row(documents[i * documents.count / count])
      terms.append(contentsOf: all.terms[row])
      counts.append(contentsOf: all.counts[row])
      weights.append(contentsOf: vectors.weights[row].lazy.map { Float($0) / Float(DocumentVectors.unit) })
      rowStarts.append(terms.count)
    }
    matrix = TermMatrix(rowStarts: rowStarts, terms: terms, counts: counts, termCount: all.termCount)
    self.weights = SparseMatrix(
      rowStarts: rowStarts, columns: terms, values: weights, columnCount: all.termCount)
  }
}
