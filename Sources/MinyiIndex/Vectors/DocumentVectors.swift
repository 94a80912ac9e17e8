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

  /// The counts that the weights were made of.
  public let matrix: TermMatrix
  /// By entry of the matrix, in parts of `unit`, 0 or more.
  public let weights: [Int32]
  /// 1 + ln((1 + N) / (1 + df)) by term id.
  public let inverseDocumentFrequencies: [Float]

  /// The vectors of `matrix`. O(entries).
  public init(matrix: TermMatrix, vocabulary: Vocabulary) {
    self.matrix = matrix
    let weighting = TermWeighting(vocabulary: vocabulary, documentCount: matrix.documentCount)
    inverseDocumentFrequencies = weighting.inverseDocumentFrequencies.map { Float($0) }
    var weights = [Int32](repeating: 0, count: matrix.terms.count)
    weights.withUnsafeMutableBufferPointer { weights in
      matrix.terms.withUnsafeBufferPointer { terms in
        matrix.counts.withUnsafeBufferPointer { counts in
          for d in 0..<matrix.documentCount {
            let row = matrix.row(d)
            weighting.weigh(
              UnsafeBufferPointer(rebasing: terms[row]), UnsafeBufferPointer(rebasing: counts[row]),
              into: UnsafeMutableBufferPointer(rebasing: weights[row]))
          }
        }
      }
    }
    self.weights = weights
  }

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
