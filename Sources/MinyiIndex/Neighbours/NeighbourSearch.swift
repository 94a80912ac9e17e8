/// Finds the neighbours of one group after the other, with working memory of its own: one for each thread.
struct NeighbourSearch: ~Copyable {
  private let index: NeighbourIndex
  private let forest: GroupForest
  private let threshold: Double
  private let limit: Int
  /// A candidate's dot product over the index's terms is at least this.
  private let floor: Float
  /// Dot products by item, over the index's terms; all zero between two searches.
  private let sums: UnsafeMutablePointer<Float>
  private var candidates: [(item: Int, sum: Float)] = []
  private let dense: DenseVector

  /// Vectors of whole numbers are not quite of length 1, and sums of many products not exact: less than this in all.
  private static let rounding: Float = 0.001

  /// - Parameter limits: those of the index.
  init(_ index: NeighbourIndex, of forest: GroupForest, threshold: Double, limits: NeighbourLimits?) {
    self.index = index
    self.forest = forest
    self.threshold = threshold
    limit = limits?.neighbourCount ?? .max
    floor = limits == nil ? Float(threshold) - index.tail - NeighbourSearch.rounding : 0
    sums = .allocate(capacity: index.names.count)
    sums.initialize(repeating: 0, count: index.names.count)
    dense = DenseVector(termCount: forest.vectors.matrix.termCount)
  }

  deinit { sums.deallocate() }

  /// The other groups at least as near to the group at position `item` as the threshold.
  mutating func neighbours(ofItem item: Int) -> [Neighbour] {
    let entries = index.entryStarts[item]..<index.entryStarts[item + 1]
    addUp(entries)
    collectCandidates(entries, except: item)
    let name = index.names[item]
    dense.fill(with: name, of: forest)
    defer { dense.clear(name, of: forest) }
    var neighbours: [Neighbour] = []
    for candidate in candidates {
      let other = index.names[candidate.item]
      let similarity = forest.meanCosine(name, other, dot: dense.dot(other, of: forest))
      if similarity >= threshold { neighbours.append(Neighbour(name: other, similarity: similarity)) }
    }
    return neighbours
  }

  private func addUp(_ entries: Range<Int>) {
    // Positions come from the index itself: `sums` has a place for every item.
    index.postings.withUnsafeBufferPointer { postings in
      for e in entries {
        let entry = index.entries[e]
        for p in index.starts[Int(entry.term)]..<index.starts[Int(entry.term) + 1] {
          sums[Int(postings[p].item)] += entry.weight * postings[p].weight
        }
      }
    }
  }

  /// Sets the sums back to zero. A second walk is cheaper than a list of the items met.
  private mutating func collectCandidates(_ entries: Range<Int>, except own: Int) {
    candidates.removeAll(keepingCapacity: true)
    index.postings.withUnsafeBufferPointer { postings in
      for e in entries {
        let term = Int(index.entries[e].term)
        for p in index.starts[term]..<index.starts[term + 1] {
          let item = Int(postings[p].item)
          let sum = sums[item]
          sums[item] = 0
          if sum > 0 && sum >= floor && item != own { add(item, sum) }
        }
      }
    }
  }

  /// Keeps the candidate if it is among the first `limit` by sum, then by item.
  @inline(__always)
  private mutating func add(_ item: Int, _ sum: Float) {
    guard limit != .max else { return candidates.append((item, sum)) }
    if candidates.count < limit {
      candidates.append((item, sum))
    } else if (candidates[limit - 1].sum, item) >= (sum, candidates[limit - 1].item) {
      return
    }
    var i = candidates.count - 1
    while i > 0, (candidates[i - 1].sum, item) < (sum, candidates[i - 1].item) {
      candidates[i] = candidates[i - 1]
      i -= 1
    }
    candidates[i] = (item, sum)
  }
}
