import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiTopics

/// Finds the concerns of two workspaces that are about the same.
///
/// Two are the same where average linkage would join them if all opinions lay in one workspace: the mean cosine of their
/// texts, weighed in the collection of both, is at least `ConcernFinder.defaultCut` of that collection. Each has one
/// partner: pairs are taken by falling cosine. O(texts of both + pairs of concerns with a common term).
struct ConcernMatcher {
  let now: Workspace
  let before: Workspace

  /// By concern of `own` the concern of `theirs`.
  func matches(of own: RunResult, _ theirs: RunResult) throws -> [ConcernID: ConcernID] {
    // 1. one index over the texts of both
    let (ours, earlier) = (try now.reading(), try before.reading())
    let segments = (ours.reading.segments + earlier.reading.segments).map(\.counts)
    let shift = ours.reading.segments.count
    let rows =
      ours.reading.rows + earlier.reading.rows.map { DocumentRow(part: $0.part + shift, row: $0.row) }
    let index = TermIndexBuilder(options: IndexOptions().fitted(to: rows.count), threads: now.threads)
      .index(of: segments, rows: rows)
    let vectors = DocumentVectors(matrix: index.matrix, vocabulary: index.vocabulary)
    // 2. the texts of each concern
    let first = members(of: own, in: ours.collection, from: 0)
    let second = members(of: theirs, in: earlier.collection, from: ours.collection.documentCount)
    // 3. pairs above the cut, best first
    let cut = ConcernFinder.defaultCut(documentCount: rows.count)
    let pairs = GroupCosines(of: second.map(\.documents), in: vectors)
      .pairs(with: first.map(\.documents), atLeast: cut, threads: now.threads)
    var matches: [ConcernID: ConcernID] = [:]
    var taken: Set<ConcernID> = []
    for pair in pairs {
      let (own, other) = (first[pair.first].concern, second[pair.second].concern)
      if matches[own] == nil, taken.insert(other).inserted { matches[own] = other }
    }
    return matches
  }

  /// The documents of each concern, ascending; those of the collection begin with number `start`.
  private func members(of results: RunResult, in collection: TextCollection, from start: Int) -> [(
    concern: ConcernID, documents: [DocumentID]
  )] {
    let concerns = Dictionary(
      uniqueKeysWithValues: results.assignments.map { ($0.opinion, $0.concern) })
    var documents: [ConcernID: [DocumentID]] = [:]
    for (document, opinions) in collection.opinions.enumerated() {
      guard let concern = opinions.lazy.compactMap({ concerns[$0] ?? nil }).first else { continue }
      documents[concern, default: []].append(DocumentID(rawValue: UInt32(start + document)))
    }
    return results.concerns.compactMap { record in documents[record.id].map { (record.id, $0) } }
  }
}

extension Workspace {
  /// What was read in the texts, in earlier runs as far as possible.
  fileprivate func reading() throws -> (collection: TextCollection, reading: CollectionIndexer.Reading) {
    let indexer = try self.indexer()
    return (indexer.collection, try indexer.read())
  }
}
