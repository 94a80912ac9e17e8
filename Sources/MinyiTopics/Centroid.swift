package import MinyiIndex

/// The sum of a group's unit vectors, for comparing members with their group.
package struct Centroid {
  private var weights: [UInt32: Double] = [:]
  private var length = 0.0
  package let size: Int

  /// O(entries of the members).
  package init(of members: [DocumentID], in vectors: DocumentVectors) {
    size = members.count
    for member in members {
      for e in vectors.matrix.row(member.index) {
        weights[vectors.matrix.terms[e], default: 0] += Double(vectors.weights[e])
      }
    }
    // Weights are whole numbers; squares are summed in the order of terms so that the last bit is the same.
    length = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
  }

  /// Mean weight per member of each term (1 is a whole unit vector), heaviest first, then by id.
  package var terms: [(term: TermID, weight: Double)] {
    weights.map { (TermID(rawValue: $0.key), $0.value / (DocumentVectors.unit * Double(size))) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// The cosine of `document` to the centroid. O(entries of the document).
  package func cosine(to document: DocumentID, in vectors: DocumentVectors) -> Double {
    guard length > 0 else { return 0 }
    var dot = 0.0
    for e in vectors.matrix.row(document.index) {
      dot += Double(vectors.weights[e]) * (weights[vectors.matrix.terms[e]] ?? 0)
    }
    return dot / (length * DocumentVectors.unit)
  }
}
