public import MinyiIndex
public import MinyiModel

/// Mean cosines between groups of documents: the dot product of their vector sums over the product of their sizes.
///
/// The sums of one side are kept as an inverted index, so that groups without a common term cost nothing.
public struct GroupCosines: Sendable {
  /// Two groups, by their positions, and their mean cosine.
  public struct Pair: Sendable, Equatable {
    /// Its position among the `others` that were asked about.
    public var first: Int
    /// Its position among the groups that the index was made of.
    public var second: Int
    /// 0...1.
    public var cosine: Double
  }

  private let vectors: DocumentVectors
  private let sizes: [Int]
  /// By term: the groups that have it, ascending, with the sum of their weights.
  private var postings: [[(group: Int32, weight: Double)]]

  /// O(entries of all members).
  public init(of groups: [[DocumentID]], in vectors: DocumentVectors) {
    self.vectors = vectors
    sizes = groups.map(\.count)
    postings = Array(repeating: [], count: vectors.matrix.termCount)
    for (group, members) in groups.enumerated() {
      for (term, weight) in GroupCosines.sum(of: members, in: vectors) {
        postings[Int(term)].append((Int32(group), Double(weight)))
      }
    }
  }

  /// The pairs of one of `others` with one of the groups whose mean cosine is at least `cut`, above 0: by falling cosine,
  /// then by position. No result depends on the threads.
  public func pairs(with others: [[DocumentID]], atLeast cut: Double, threads: ParallelChunks) -> [Pair] {
    threads.map(count: others.count, chunkSize: 64) { range in
      var dots = [Double](repeating: 0, count: sizes.count)
      var touched: [Int32] = []
      return range.flatMap { other in
        touched.removeAll(keepingCapacity: true)
        for (term, weight) in GroupCosines.sum(of: others[other], in: vectors) {
          for posting in postings[Int(term)] {
            if dots[Int(posting.group)] == 0 { touched.append(posting.group) }
            // Sums of integers: exact below 2^53, so their order does not matter.
            dots[Int(posting.group)] += posting.weight * Double(weight)
          }
        }
        return touched.compactMap { group in
          let size = Double(sizes[Int(group)] * others[other].count)
          let cosine = dots[Int(group)] / (size * DocumentVectors.unit * DocumentVectors.unit)
          dots[Int(group)] = 0
          return cosine >= cut && cosine > 0
            ? Pair(first: other, second: Int(group), cosine: cosine) : nil
        }
      }
    }.flatMap { $0 }.sorted { ($1.cosine, $0.first, $0.second) < ($0.cosine, $1.first, $1.second) }
  }

  /// The weights of `members`, summed, by term ascending.
  private static func sum(of members: [DocumentID], in vectors: DocumentVectors) -> [(UInt32, Int64)] {
    var sums: [UInt32: Int64] = [:]
    for member in members {
      for e in vectors.matrix.row(member.index) {
        sums[vectors.matrix.terms[e], default: 0] += Int64(vectors.weights[e])
      }
    }
    return sums.sorted { $0.key < $1.key }
  }
}
