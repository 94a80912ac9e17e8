/// The sum of one group with a place for every term, to take dot products with many others.
struct DenseVector: ~Copyable {
  private let weights: UnsafeMutableBufferPointer<Double>

  init(termCount: Int) {
    weights = .allocate(capacity: termCount)
    weights.initialize(repeating: 0)
  }

  deinit { weights.deallocate() }

  /// Takes the sum of the group `name` in; it must be empty before.
  @inline(__always)
  func fill(with name: Int32, of forest: borrowing GroupForest) {
    forest.forEachTerm(of: name) { weights[$0] = $1 }
  }

  /// Empties it of the sum of the group `name`.
  @inline(__always)
  func clear(_ name: Int32, of forest: borrowing GroupForest) {
    forest.forEachTerm(of: name) { term, _ in weights[term] = 0 }
  }

  /// The dot product with the sum of the group `name`: exact while it is below 2^53. O(its terms).
  @inline(__always)
  func dot(_ name: Int32, of forest: borrowing GroupForest) -> Double {
    var dot = 0.0
    forest.forEachTerm(of: name) { dot += weights[$0] * $1 }
    return dot
  }
}
