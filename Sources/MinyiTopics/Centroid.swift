package import MinyiIndex

/// The sum of a group's unit vectors, for comparing members with their group.
package struct Centroid {
  /// Ascending, with the sum of each term's weights.
  private var sums: [(term: UInt32, weight: Double)] = []
  private var length = 0.0
  package let size: Int

  /// Room for one sum by term, used for one centroid after the other.
  package struct Scratch {
    /// All zero between two centroids.
    fileprivate var weights: [Int64]
    fileprivate var terms: [UInt32] = []

    package init(termCount: Int) { weights = [Int64](repeating: 0, count: termCount) }
  }

  /// O(entries of the members + terms × log terms).
  package init(of members: [DocumentID], in vectors: DocumentVectors, _ scratch: inout Scratch) {
    size = members.count
    for member in members {
      for e in vectors.matrix.row(member.index) {
        let term = vectors.matrix.terms[e]
        if scratch.weights[Int(term)] == 0 { scratch.terms.append(term) }
        scratch.weights[Int(term)] += Int64(vectors.weights[e])
      }
    }
    scratch.terms.sort()
    sums.reserveCapacity(scratch.terms.count)
    var squares = 0.0
    // In the order of terms, so that the last bit is the same.
    for term in scratch.terms {
      let weight = Double(scratch.weights[Int(term)])
      scratch.weights[Int(term)] = 0
      squares += weight * weight
      if weight > 0 { sums.append((term, weight)) }
    }
    scratch.terms.removeAll(keepingCapacity: true)
    length = squares.squareRoot()
  }

  /// Mean weight per member (1 is a whole unit vector) of up to `count` terms, heaviest first, then by id.
  package func heaviestTerms(_ count: Int) -> [(term: TermID, weight: Double)] {
    let scale = DocumentVectors.unit * Double(size)
    return sums.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }.prefix(count)
      .map { (TermID(rawValue: $0.term), $0.weight / scale) }
  }

  /// The cosine of `document` to the centroid. O(entries of the document × log terms).
  package func cosine(to document: DocumentID, in vectors: DocumentVectors) -> Double {
    guard length > 0 else { return 0 }
    var dot = 0.0
    for e in vectors.matrix.row(document.index) {
      dot += Double(vectors.weights[e]) * weight(of: vectors.matrix.terms[e])
    }
    return dot / (length * DocumentVectors.unit)
  }

  private func weight(of term: UInt32) -> Double {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].term < term { low = middle + 1 } else { high = middle }
    }
    return low < sums.count && sums[low].term == term ? sums[low].weight : 0
  }
}
