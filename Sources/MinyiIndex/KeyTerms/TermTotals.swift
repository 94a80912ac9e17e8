/// Occurrences, texts and weight of every term over some documents.
///
/// Whole numbers, so that totals do not depend on the order of the documents.
public struct TermTotals: Sendable {
  /// All documents that were counted, those without a term too.
  public private(set) var documentCount = 0
  /// Occurrences by term; one in a title counts as often as the matrix says.
  public private(set) var counts: [Int]
  /// Documents with the term.
  public private(set) var documents: [Int32]
  /// The sum of the term's weights in the documents' vectors, in parts of `DocumentVectors.unit`.
  public private(set) var weights: [Int]
  /// The terms that occur, in the order of first sight.
  public private(set) var terms: [TermID] = []

  /// The totals of `documents`, each named once. O(their entries + terms).
  public init(of documents: some Sequence<Int>, in vectors: DocumentVectors) {
    let matrix = vectors.matrix
    counts = [Int](repeating: 0, count: matrix.termCount)
    self.documents = [Int32](repeating: 0, count: matrix.termCount)
    weights = [Int](repeating: 0, count: matrix.termCount)
    for document in documents {
      documentCount += 1
      for e in matrix.row(document) {
        let term = Int(matrix.terms[e])
        if self.documents[term] == 0 { terms.append(TermID(rawValue: matrix.terms[e])) }
        counts[term] += Int(matrix.counts[e])
        self.documents[term] += 1
        weights[term] += Int(vectors.weights[e])
      }
    }
  }
}
