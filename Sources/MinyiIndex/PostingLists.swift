/// The matrix by columns: for every term the documents that have it, ascending, with their weights.
public struct PostingLists: Sendable {
  /// Term t's postings are `starts[t]..<starts[t + 1]`.
  public let starts: [Int]
  public let documents: [UInt32]
  public let weights: [Int32]

  /// The postings of `vectors`. O(entries + terms).
  public init(_ vectors: DocumentVectors) {
    let matrix = vectors.matrix
    var starts = [Int](repeating: 0, count: matrix.termCount + 1)
    for term in matrix.terms { starts[Int(term) + 1] += 1 }
    for t in 0..<matrix.termCount { starts[t + 1] += starts[t] }
    var next = starts
    var documents = [UInt32](repeating: 0, count: matrix.terms.count)
    var weights = [Int32](repeating: 0, count: matrix.terms.count)
    for d in 0..<matrix.documentCount {
      for e in matrix.row(d) {
        let position = next[Int(matrix.terms[e])]
        documents[position] = UInt32(d)
        weights[position] = vectors.weights[e]
        next[Int(matrix.terms[e])] = position + 1
      }
    }
    self.starts = starts
    self.documents = documents
    self.weights = weights
  }
}
