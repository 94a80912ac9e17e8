/// The groups while linkage runs over a graph: who may merge with whom, and the heap of what merges next.
///
/// Invariant: `bounds[g]` is at least the mean cosine of g to any of its neighbours; it is that very number, to
/// `nearest[g]`, while `isExact[g]` and that group is unchanged.
struct LinkageState: ~Copyable {
  private(set) var forest: GroupForest
  /// Names of documents when the edge was made; the groups they are in now are the neighbours.
  private var neighbours: [[Int32]]
  private var nearest: [Int32]
  private var nearestVersions: [Int32]
  private var bounds: [Double]
  /// A bound of the mean cosine to every neighbour but the nearest.
  private var seconds: [Double]
  private var isExact: [Bool]
  /// Grows with every merge into the group.
  private var versions: [Int32]
  private var heap = BoundHeap()
  private let cut: Double
  private let dense: DenseVector
  /// The last renewal that met the group.
  private var stamps: [Int32]
  private var stamp: Int32 = 0

  /// Takes over `forest`, the groups of which `graph` connects.
  init(_ forest: consuming GroupForest, _ graph: NeighbourGraph, cut: Double) {
    let count = forest.documentCount
    neighbours = [[Int32]](repeating: [], count: count)
    nearest = [Int32](repeating: -1, count: count)
    nearestVersions = [Int32](repeating: 0, count: count)
    bounds = [Double](repeating: 0, count: count)
    seconds = [Double](repeating: 0, count: count)
    isExact = [Bool](repeating: false, count: count)
    versions = [Int32](repeating: 0, count: count)
    stamps = [Int32](repeating: 0, count: count)
    self.cut = cut
    dense = DenseVector(termCount: forest.vectors.matrix.termCount)
    self.forest = forest
    for (i, name) in graph.names.enumerated() {
      for neighbour in graph.neighbours[graph.starts[i]..<graph.starts[i + 1]] {
        connect(name, to: neighbour.name, neighbour.similarity)
        if graph.isLimited { connect(neighbour.name, to: name, neighbour.similarity) }
      }
    }
    for name in graph.names { push(name) }
  }

  private mutating func connect(_ name: Int32, to other: Int32, _ similarity: Double) {
    let g = Int(name)
    neighbours[g].append(other)
    isExact[g] = true
    if nearest[g] == other { return }
    if similarity > bounds[g] || (similarity == bounds[g] && other < nearest[g]) {
      seconds[g] = bounds[g]
      nearest[g] = other
      bounds[g] = similarity
    } else {
      seconds[g] = max(seconds[g], similarity)
    }
  }

  private mutating func push(_ name: Int32) {
    let bound = bounds[Int(name)]
    if bound >= cut && bound > 0 { heap.push(BoundHeap.Entry(bound: bound, group: name)) }
  }

  /// Takes the group with the largest bound out of the heap; nil when no bound reaches the cut.
  mutating func popNearest() -> Int32? {
    while let top = heap.pop() {
      if forest.isName(top.group), bounds[Int(top.group)] == top.bound { return top.group }
    }
    return nil
  }

  /// The group to merge with the popped group `name`: its nearest, if that is known and unchanged.
  func partner(of name: Int32) -> Int32? {
    let g = Int(name)
    guard isExact[g], forest.isName(nearest[g]), versions[Int(nearest[g])] == nearestVersions[g] else {
      return nil
    }
    return nearest[g]
  }

  /// Finds the nearest neighbour of the group `name` and puts it back into the heap if it may merge.
  mutating func renew(_ name: Int32) {
    let g = Int(name)
    nearest[g] = -1
    bounds[g] = 0
    seconds[g] = 0
    stamp += 1
    var count = 0
    dense.fill(with: name, of: forest)
    for i in neighbours[g].indices {
      let other = forest.name(of: neighbours[g][i])
      if other == name || stamps[Int(other)] == stamp { continue }
      stamps[Int(other)] = stamp
      neighbours[g][count] = other
      count += 1
      let similarity = forest.meanCosine(name, other, dot: dense.dot(other, of: forest))
      if similarity > bounds[g] || (similarity == bounds[g] && other < nearest[g]) {
        seconds[g] = bounds[g]
        bounds[g] = similarity
        nearest[g] = other
      } else {
        seconds[g] = max(seconds[g], similarity)
      }
    }
    dense.clear(name, of: forest)
    neighbours[g].removeSubrange(count...)
    isExact[g] = true
    if nearest[g] >= 0 { nearestVersions[g] = versions[Int(nearest[g])] }
    push(name)
  }

  /// Merges `a` and `b` under the smaller name.
  mutating func merge(_ a: Int32, _ b: Int32) {
    let kept = Int(min(a, b))
    let gone = Int(max(a, b))
    // Reducibility: no group is nearer to the merged one than it was to the nearer part.
    bounds[kept] = max(bound(of: kept, without: gone), bound(of: gone, without: kept))
    isExact[kept] = false
    forest.merge(a, b)
    versions[kept] += 1
    if neighbours[kept].count < neighbours[gone].count { neighbours.swapAt(kept, gone) }
    neighbours[kept] += neighbours[gone]
    neighbours[gone] = []
    push(Int32(kept))
  }

  /// An upper bound of the mean cosine of `g` to any neighbour but `other`.
  private func bound(of g: Int, without other: Int) -> Double {
    isExact[g] && nearest[g] == Int32(other) ? seconds[g] : bounds[g]
  }

  /// The groups as they are now.
  consuming func merged() -> GroupForest { forest }
}
