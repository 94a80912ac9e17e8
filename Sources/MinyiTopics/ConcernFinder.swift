public import MinyiIndex
public import MinyiModel

/// Finds the concerns of a collection: average linkage over document vectors, cut at a mean cosine.
public struct ConcernFinder: Sendable {
  /// Groups nearer than this mean cosine are one concern, 0...1; nil: `defaultCut` of the collection's size.
  public var cut: Double?
  /// A concern has at least this many posts; what is left over belongs to none.
  public var minimumPosts = 2
  public var threads: ParallelChunks

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
  /// - Parameter postCounts: opinions of each document (equal texts count together).
  public func concerns(of vectors: DocumentVectors, postCounts: [Int]) -> [Concern] {
    // 1. group
    let cut = cut ?? ConcernFinder.defaultCut(documentCount: vectors.matrix.documentCount)
    let groups = AverageLinkage(cut: cut, threads: threads).groups(of: vectors)
    // 2. keep what recurs, largest first
    let sized = groups.map { members in
      (members: members, posts: members.reduce(0) { $0 + postCounts[$1.index] })
    }
    let kept = sized.filter { $0.posts >= minimumPosts && vectors.hasTerms($0.members[0]) }
      .sorted { ($1.posts, $0.members[0]) < ($0.posts, $1.members[0]) }
    // 3. describe each by its centroid
    return threads.map(count: kept.count, chunkSize: 64) { range in
      range.map { i in
        let centroid = Centroid(of: kept[i].members, in: vectors)
        return Concern(
          id: ConcernID(rawValue: Int32(i + 1)), members: kept[i].members,
          copiesOf: CopyFinder().leaders(of: kept[i].members, in: vectors.matrix),
          similarities: kept[i].members.map { centroid.cosine(to: $0, in: vectors) },
          terms: centroid.terms)
      }
    }.flatMap { $0 }
  }
}

extension DocumentVectors {
  /// False for a text without any term: it is like no other.
  func hasTerms(_ document: DocumentID) -> Bool { !matrix.row(document.index).isEmpty }
}
