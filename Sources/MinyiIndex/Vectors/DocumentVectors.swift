import MinyiModel

/// TF-IDF vectors of unit length, as integers.
///
/// weight(t, d) = (1 + ln tf) · (1 + ln((1 + N) / (1 + df))), scaled so that the vector's length is
/// `DocumentVectors.unit`. Integers make every sum exact, and so independent of its order.
/// Rows follow the matrix: entry e of the matrix has weight `weights[e]`. Source of the formula: scikit-learn's
/// `TfidfVectorizer(sublinear_tf=True)`; the rounding is our own.
public struct DocumentVectors: Sendable {
  /// The length of a whole vector. 2^14 keeps a dot product of two documents below 2^28.
  public static let unit = 16_384.0

  public let matrix: TermMatrix
  public let weights: [Int32]
  /// 1 + ln((1 + N) / (1 + df)) by term id.
  public let inverseDocumentFrequencies: [Float]

  /// The vectors of `matrix`. O(entries).
  public init(matrix: TermMatrix, vocabulary: Vocabulary) {
    self.matrix = matrix
    let total = Double(matrix.documentCount)
    let idf = vocabulary.documentFrequencies.map { 1 + naturalLog((1 + total) / (1 + Double($0))) }
    inverseDocumentFrequencies = idf.map { Float($0) }
    var weights = [Int32](repeating: 0, count: matrix.terms.count)
    for d in 0..<matrix.documentCount {
      var squares = 0.0
      for e in matrix.row(d) {
        let weight = DocumentVectors.weight(count: matrix.counts[e], idf: idf[Int(matrix.terms[e])])
        squares += weight * weight
      }
      guard squares > 0 else { continue }
      let scale = DocumentVectors.unit / squares.squareRoot()
      for e in matrix.row(d) {
        let weight = DocumentVectors.weight(count: matrix.counts[e], idf: idf[Int(matrix.terms[e])])
        weights[e] = Int32((weight * scale).rounded())
      }
    }
    self.weights = weights
  }

  private static func weight(count: UInt32, idf: Double) -> Double { (1 + naturalLog(Double(count))) * idf }

  /// The cosine of documents `a` and `b`. O(entries of both).
  public func cosine(_ a: DocumentID, _ b: DocumentID) -> Double {
    var i = matrix.rowStarts[a.index]
    var j = matrix.rowStarts[b.index]
    let iEnd = matrix.rowStarts[a.index + 1]
    let jEnd = matrix.rowStarts[b.index + 1]
    var dot: Int64 = 0
    while i < iEnd && j < jEnd {
      if matrix.terms[i] == matrix.terms[j] {
        dot += Int64(weights[i]) * Int64(weights[j])
        i += 1
        j += 1
      } else if matrix.terms[i] < matrix.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(dot) / (DocumentVectors.unit * DocumentVectors.unit)
  }
}
