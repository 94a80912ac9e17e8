/// The documents of a collection in groups that merge, each with the sum of its members' vectors.
///
/// A group is named by its smallest document.
package struct GroupForest: Sendable {
  let vectors: DocumentVectors
  /// Members by group; meaningless for a document that is no group's name.
  private(set) var sizes: [Int32]
  private var groups: DisjointSets
  /// Members are chained: the next document of the same group, or -1, and a group's last one.
  private var next: [Int32]
  private var last: [Int32]
  /// The sums of groups of several documents. One document's sum is its row.
  private var sums: [GroupVector?]

  /// Every document of `vectors` is a group of its own.
  package init(_ vectors: DocumentVectors) {
    let count = vectors.matrix.documentCount
    self.vectors = vectors
    sizes = [Int32](repeating: 1, count: count)
    groups = DisjointSets(count: count)
    next = [Int32](repeating: -1, count: count)
    last = (0..<count).map { Int32($0) }
    sums = [GroupVector?](repeating: nil, count: count)
  }

  var documentCount: Int { sizes.count }

  /// The names of the groups, ascending.
  package var names: [Int32] { groups.names }

  /// True if `document` names a group.
  @inline(__always)
  func isName(_ document: Int32) -> Bool { groups.isName(document) }

  /// The name of the group of `document`.
  @inline(__always)
  mutating func name(of document: Int32) -> Int32 { groups.name(of: document) }

  /// Merges the groups `a` and `b` under the smaller name. O(terms of both).
  package mutating func merge(_ a: Int32, _ b: Int32) {
    let kept = Int(min(a, b))
    let gone = Int(max(a, b))
    sums[kept] = sum(of: kept).merged(with: sum(of: gone))
    sums[gone] = nil
    sizes[kept] += sizes[gone]
    groups.join(a, b)
    next[Int(last[kept])] = Int32(gone)
    last[kept] = last[gone]
  }

  /// Merges the group of one document into another group. O(terms of both).
  package mutating func merge(_ document: Int, into other: DocumentID) {
    let (a, b) = (name(of: Int32(document)), name(of: Int32(bitPattern: other.rawValue)))
    if a != b { merge(a, b) }
  }

  /// The documents of the group `name`, ascending.
  package func members(of name: Int32) -> [DocumentID] {
    var members: [Int32] = []
    var document = name
    while document >= 0 {
      members.append(document)
      document = next[Int(document)]
    }
    return members.sorted().map { DocumentID(rawValue: UInt32($0)) }
  }

  private func sum(of g: Int) -> GroupVector { sums[g] ?? GroupVector(document: g, of: vectors) }

  /// The mean cosine between two groups the sums of which have the dot product `dot`.
  @inline(__always)
  func meanCosine(_ a: Int32, _ b: Int32, dot: Double) -> Double {
    GroupVector.meanCosine(dot: dot, Int(sizes[Int(a)]), Int(sizes[Int(b)]))
  }

  /// Calls `body` with every term of the group `name`, ascending, and its weight in the group's sum.
  @inline(__always)
  func forEachTerm(of name: Int32, _ body: (_ term: Int, _ weight: Double) -> Void) {
    if let sum = sums[Int(name)] {
      sum.terms.withUnsafeBufferPointer { terms in
        sum.weights.withUnsafeBufferPointer { weights in
          for i in 0..<terms.count { body(Int(terms[i]), Double(weights[i])) }
        }
      }
    } else {
      let row = vectors.matrix.row(Int(name))
      vectors.matrix.terms.withUnsafeBufferPointer { terms in
        vectors.weights.withUnsafeBufferPointer { weights in
          for e in row { body(Int(terms[e]), Double(weights[e])) }
        }
      }
    }
  }

  /// By term: the groups that have it.
  func groupFrequencies(_ names: [Int32]) -> [Int32] {
    var frequencies = [Int32](repeating: 0, count: vectors.matrix.termCount)
    for name in names { forEachTerm(of: name) { term, _ in frequencies[term] += 1 } }
    return frequencies
  }
}
