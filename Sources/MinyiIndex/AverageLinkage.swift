public import MinyiModel

/// Average-linkage agglomeration of document vectors without a pair matrix, cut at a mean cosine.
///
/// The mean cosine between two groups of unit vectors is the dot product of their vector sums over the product
/// of their sizes, so a group is represented by its sum. Nearest groups come from the inverted index.
///
/// Groups wait in a heap by an upper bound of the mean cosine to any other group; a bound is made exact only
/// when it reaches the top (the "generic" algorithm of Müllner, "Modern hierarchical, agglomerative clustering
/// algorithms", arXiv:1109.2378, with bounds from average linkage's reducibility: a merged group is never nearer
/// to a third than the nearer of its parts). Ties go to smaller document ids. The result depends on the vectors
/// only: sums are exact integers, and threads only share out the first search.
///
/// O(n · q + m · q): n documents, m merges, q the postings under one group's terms.
public struct AverageLinkage: Sendable {
  /// Groups nearer than this mean cosine merge.
  public let cut: Double
  public let threads: ParallelChunks

  public init(cut: Double, threads: ParallelChunks) {
    self.cut = cut
    self.threads = threads
  }

  /// The groups of `vectors`' documents, single ones included: members ascending, groups by first member.
  public func groups(of vectors: DocumentVectors) -> [[DocumentID]] {
    // 1. every document alone, with its nearest other
    let postings = PostingLists(vectors)
    var state = LinkageState(vectors: vectors, cut: cut)
    let first = threads.map(count: vectors.matrix.documentCount, chunkSize: 512) { range in
      var search = NearestSearch(documentCount: vectors.matrix.documentCount, cut: cut)
      return range.map { search.nearest(toDocument: $0, of: vectors, in: postings) }
    }
    state.start(with: first.flatMap { $0 })
    // 2. the nearest pair merges until none is near enough
    var search = NearestSearch(documentCount: vectors.matrix.documentCount, cut: cut)
    while let group = state.popNearest() {
      switch state.step(for: group) {
      case .merge(let partner): state.merge(group, partner)
      case .requeued: continue
      case .search: state.renew(group, search.nearest(to: group, in: state, postings))
      }
    }
    // 3. members by group
    return state.groups()
  }
}
