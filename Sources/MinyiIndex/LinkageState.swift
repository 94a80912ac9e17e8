/// The groups while linkage runs: their vectors, their members, and the heap of what may merge next.
///
/// A group is named by its smallest document. Invariant: `bounds[g]` is at least the mean cosine of g to any
/// other group; it is that very number, to group `nearest[g]`, while `isExact[g]` and that group is unchanged.
struct LinkageState: ~Copyable {
  private(set) var vectors: [GroupVector]
  private(set) var groupOf: [Int32]
  private var members: [[Int32]]
  private var nearest: [Int32]
  private var nearestVersion: [Int32]
  private var bounds: [Double]
  private var seconds: [Double]
  private var isExact: [Bool]
  /// Grows with every merge into the group; -1 when it is gone.
  private var versions: [Int32]
  private var heap = BoundHeap()
  private let cut: Double

  init(vectors documents: DocumentVectors, cut: Double) {
    let count = documents.matrix.documentCount
    vectors = (0..<count).map { GroupVector(document: $0, of: documents) }
    groupOf = (0..<count).map { Int32($0) }
    members = (0..<count).map { [Int32($0)] }
    nearest = [Int32](repeating: -1, count: count)
    nearestVersion = [Int32](repeating: 0, count: count)
    bounds = [Double](repeating: 0, count: count)
    seconds = [Double](repeating: 0, count: count)
    isExact = [Bool](repeating: false, count: count)
    versions = [Int32](repeating: 0, count: count)
    self.cut = cut
  }

  mutating func start(with results: [NearestSearch.Result]) {
    for (g, result) in results.enumerated() { renew(Int32(g), result) }
  }

  /// Takes the group with the largest bound out of the heap; nil when no bound reaches the cut.
  mutating func popNearest() -> Int32? {
    while let top = heap.pop() {
      if versions[Int(top.group)] >= 0, bounds[Int(top.group)] == top.bound { return top.group }
    }
    return nil
  }

  /// What is to be done with a group that came out of the heap.
  enum Step {
    /// Its nearest group is known and unchanged.
    case merge(with: Int32)
    /// Its bound was lowered without a search, and it is back in the heap.
    case requeued
    /// Its nearest group must be searched for.
    case search
  }

  /// The next step for the popped group `g`.
  mutating func step(for g: Int32) -> Step {
    let i = Int(g)
    guard isExact[i], nearest[i] >= 0 else { return .search }
    let partner = groupOf[Int(nearest[i])]
    if partner == nearest[i], versions[Int(partner)] == nearestVersion[i] { return .merge(with: partner) }
    // The nearest group has grown. If it is still nearer than any other can be, no search is needed.
    let similarity = vectors[i].meanCosine(to: vectors[Int(partner)])
    guard similarity > seconds[i], similarity >= cut else { return .search }
    renew(g, NearestSearch.Result(group: partner, similarity: similarity, second: seconds[i]))
    return .requeued
  }

  /// Notes what a search found for `g` and puts it back into the heap if it may merge.
  mutating func renew(_ g: Int32, _ result: NearestSearch.Result) {
    let i = Int(g)
    nearest[i] = result.group
    bounds[i] = result.similarity
    seconds[i] = result.second
    isExact[i] = true
    guard result.group >= 0 else { return }
    nearestVersion[i] = versions[Int(result.group)]
    heap.push(BoundHeap.Entry(bound: result.similarity, group: g))
  }

  /// Merges `a` and `b` under the smaller name.
  mutating func merge(_ a: Int32, _ b: Int32) {
    let kept = Int(min(a, b))
    let gone = Int(max(a, b))
    vectors[kept] = vectors[kept].merged(with: vectors[gone])
    vectors[gone] = GroupVector.none
    for member in members[gone] { groupOf[Int(member)] = Int32(kept) }
    members[kept] += members[gone]
    members[gone] = []
    versions[gone] = -1
    versions[kept] += 1
    // Reducibility: no group is nearer to the merged one than it was to the nearer part.
    bounds[kept] = max(bound(of: kept, without: gone), bound(of: gone, without: kept))
    isExact[kept] = false
    if bounds[kept] >= cut { heap.push(BoundHeap.Entry(bound: bounds[kept], group: Int32(kept))) }
  }

  func groups() -> [[DocumentID]] {
    members.filter { !$0.isEmpty }.map { $0.sorted().map { DocumentID(rawValue: UInt32($0)) } }
  }

  /// An upper bound of the mean cosine of `g` to any group but `other`, its partner now.
  private func bound(of g: Int, without other: Int) -> Double {
    isExact[g] && nearest[g] == Int32(other) ? seconds[g] : bounds[g]
  }
}
