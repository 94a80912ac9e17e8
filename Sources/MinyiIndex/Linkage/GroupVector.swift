/// The sum of the vectors of a group's documents: term ids ascending, with exact integer weights.
struct GroupVector {
  var terms: [UInt32]
  var weights: [Int64]
  var size: Int

  init(document d: Int, of vectors: DocumentVectors) {
    let row = vectors.matrix.row(d)
    terms = Array(vectors.matrix.terms[row])
    weights = vectors.weights[row].map { Int64($0) }
    size = 1
  }

  private init(terms: [UInt32], weights: [Int64], size: Int) {
    self.terms = terms
    self.weights = weights
    self.size = size
  }

  /// The vector of both groups together. O(entries of both).
  func merged(with other: GroupVector) -> GroupVector {
    var terms: [UInt32] = []
    var weights: [Int64] = []
    terms.reserveCapacity(self.terms.count + other.terms.count)
    weights.reserveCapacity(self.terms.count + other.terms.count)
    var i = 0
    var j = 0
    while i < self.terms.count || j < other.terms.count {
      if j == other.terms.count || (i < self.terms.count && self.terms[i] < other.terms[j]) {
        terms.append(self.terms[i])
        weights.append(self.weights[i])
        i += 1
      } else if i == self.terms.count || other.terms[j] < self.terms[i] {
        terms.append(other.terms[j])
        weights.append(other.weights[j])
        j += 1
      } else {
        terms.append(self.terms[i])
        weights.append(self.weights[i] + other.weights[j])
        i += 1
        j += 1
      }
    }
    return GroupVector(terms: terms, weights: weights, size: size + other.size)
  }

  /// Dot product over the product of sizes and squared unit: exact sums while dot < 2^53.
  static func meanCosine(dot: Double, _ a: Int, _ b: Int) -> Double {
    dot / (DocumentVectors.unit * DocumentVectors.unit * (Double(a) * Double(b)))
  }
}
