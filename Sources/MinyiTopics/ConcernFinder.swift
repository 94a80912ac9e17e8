public import MinyiIndex
public import MinyiModel

/// Finds the concerns of a collection: average linkage over document vectors, cut at a mean cosine.
public struct ConcernFinder: Sendable {
  /// Groups nearer than this mean cosine are one concern, 0...1; nil: `defaultCut` of the collection's size.
  public var cut: Double?
  /// A concern has at least this many posts; what is left over belongs to none.
  public var minimumPosts = 2
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks

  /// Concerns of two posts or more, at the cut that the size of the collection asks for.
  public init(threads: ParallelChunks) { self.threads = threads }

  /// 0.025 · log2(N / 40), within 0.08...0.35, for N distinct texts.
  ///
  /// The more texts there are, the more of them resemble each other without being about the same thing, so that
  /// a large collection needs a higher cut. Own design; the best cut measured is 0.10 on a corpus of 616 short texts
  /// (the rule: 0.098) and 0.16 to 0.18 on one of 4,270 longer ones (the rule: 0.168).
  public static func defaultCut(documentCount: Int) -> Double {
    let cut = 0.025 * naturalLog(max(1, Double(documentCount) / 40)) / naturalLog(2)
    return min(0.35, max(0.08, cut))
  }

  /// The concerns, numbered from 1 by posts, then by first member.
  ///
  /// - Parameters:
  ///   - postCounts: opinions of each document (equal texts count together).
  ///   - leaders: for each document the one that it nearly repeats, or itself; nil: there are no near copies.
  public func concerns(
    of vectors: DocumentVectors, postCounts: [Int], leaders: [DocumentID]? = nil
  ) -> [Concern] {
    // 1. group; near copies are together from the start
    let cut = cut ?? ConcernFinder.defaultCut(documentCount: vectors.matrix.documentCount)
    var forest = GroupForest(vectors)
    for (document, leader) in (leaders ?? []).enumerated() where leader.index != document {
      forest.merge(document, into: leader)
    }
    let groups = AverageLinkage(cut: cut, threads: threads).groups(from: forest)
    // 2. keep what recurs, largest first
    let sized = groups.map { members in
      (members: members, posts: members.reduce(0) { $0 + postCounts[$1.index] })
    }
    let kept = sized.filter { $0.posts >= minimumPosts && vectors.hasTerms($0.members[0]) }
      .sorted { ($1.posts, $0.members[0]) < ($0.posts, $1.members[0]) }
    // 3. describe each by its centroid
    return threads.map(count: kept.count, chunkSize: 64) { range in
      var scratch = Centroid.Scratch(termCount: vectors.matrix.termCount)
      return range.map { i in
        let centroid = Centroid(of: kept[i].members, in: vectors, &scratch)
        return Concern(
          id: ConcernID(rawValue: Int32(i + 1)), members: kept[i].members,
          copiesOf: kept[i].members.map { leaders?[$0.index] ?? $0 },
          similarities: kept[i].members.map { centroid.cosine(to: $0, in: vectors) },
          terms: centroid.heaviestTerms(Concern.termCount))
      }
    }.flatMap { $0 }
  }
}

extension DocumentVectors {
  /// False for a text without any term: it is like no other.
  func hasTerms(_ document: DocumentID) -> Bool { !matrix.row(document.index).isEmpty }
}
