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

  private init(matrix: TermMatrix, weights: SparseMatrix) {
    self.matrix = matrix
    self.weights = weights
  }

  /// The same with terms numbered anew, in the same order, so that tables are no larger than the sample.
  var compacted: ThemeSample {
    var isUsed = [Bool](repeating: false, count: matrix.termCount)
    for term in matrix.terms { isUsed[Int(term)] = true }
    var number = [UInt32](repeating: 0, count: matrix.termCount)
    var count: UInt32 = 0
    for term in isUsed.indices where isUsed[term] {
      number[term] = count
      count += 1
    }
    let terms = matrix.terms.map { number[Int($0)] }
    return ThemeSample(
      matrix: TermMatrix(
        rowStarts: matrix.rowStarts, terms: terms, counts: matrix.counts, termCount: Int(count)),
      weights: SparseMatrix(
        rowStarts: weights.rowStarts, columns: terms, values: weights.values, columnCount: Int(count)))
  }
}

extension TermMatrix {
  /// The rows `wanted`, in that order.
  func rows(_ wanted: [Int]) -> TermMatrix {
    var rowStarts = [0]
    var (terms, counts): ([UInt32], [UInt32]) = ([], [])
    for d in wanted {
      terms.append(contentsOf: self.terms[row(d)])
      counts.append(contentsOf: self.counts[row(d)])
      rowStarts.append(terms.count)
    }
    return TermMatrix(rowStarts: rowStarts, terms: terms, counts: counts, termCount: termCount)
  }
}
