/// The nearest group of a group, found through the postings of its terms.
struct NearestSearch {
  /// What a search found. `second` bounds the mean cosine to every group but the nearest.
  struct Result: Sendable {
    var group: Int32 = -1
    var similarity = 0.0
    var second = 0.0
  }

  private var sums: [Double]
  private var touched: [Int32] = []
  private let cut: Double

  init(documentCount: Int, cut: Double) {
    sums = [Double](repeating: 0, count: documentCount)
    self.cut = cut
  }

  /// The nearest other document of document `d`, every document being a group of its own.
  mutating func nearest(toDocument d: Int, of vectors: DocumentVectors, in postings: PostingLists) -> Result {
    for e in vectors.matrix.row(d) {
      let weight = Double(vectors.weights[e])
      let term = Int(vectors.matrix.terms[e])
      for p in postings.starts[term]..<postings.starts[term + 1] {
        add(weight * Double(postings.weights[p]), to: Int32(bitPattern: postings.documents[p]))
      }
    }
    return best(excluding: Int32(d)) { _ in
      1
    } ownSize: {
      1
    }
  }

  /// The nearest other group of group `g` as `state` has it now.
  mutating func nearest(to g: Int32, in state: borrowing LinkageState, _ postings: PostingLists) -> Result {
    let vector = state.vectors[Int(g)]
    for (term, weight) in zip(vector.terms, vector.weights) {
      let weight = Double(weight)
      for p in postings.starts[Int(term)]..<postings.starts[Int(term) + 1] {
        add(weight * Double(postings.weights[p]), to: state.groupOf[Int(postings.documents[p])])
      }
    }
    return best(excluding: g) {
      state.vectors[Int($0)].size
    } ownSize: {
      vector.size
    }
  }

  @inline(__always)
  private mutating func add(_ product: Double, to group: Int32) {
    // Weights are positive, so a sum of zero means that the group was not met yet.
    if sums[Int(group)] == 0 { touched.append(group) }
    sums[Int(group)] += product
  }

  /// Empties the sums and returns the best; of equals the smaller group.
  private mutating func best(excluding own: Int32, size: (Int32) -> Int, ownSize: () -> Int) -> Result {
    var result = Result()
    for group in touched {
      let dot = sums[Int(group)]
      sums[Int(group)] = 0
      if group == own { continue }
      let similarity = GroupVector.meanCosine(dot: dot, ownSize(), size(group))
      if similarity > result.similarity || (similarity == result.similarity && group < result.group) {
        result.second = result.similarity
        result.similarity = similarity
        result.group = group
      } else {
        result.second = max(result.second, similarity)
      }
    }
    touched.removeAll(keepingCapacity: true)
    if result.similarity < cut { result.group = -1 }
    return result
  }
}
