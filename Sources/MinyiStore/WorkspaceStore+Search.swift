import GRDB
import GRDBSQLite
public import MinyiModel
import Synchronization

extension WorkspaceStore {
  /// Brings the search index up to the opinions. O(new and changed texts); O(1) where there are none.
  ///
  /// Works a few thousand texts at a time, each time in a transaction of its own: others may read and import meanwhile,
  /// and may do the same work. `progress` is called with the texts indexed so far and their number; what it throws ends
  /// the work, which goes on from there the next time. Throws `busy` where somebody else writes all the time.
  public func updateSearchIndex(progress: ((_ done: Int, _ total: Int) throws -> Void)? = nil) throws {
    guard let tokenizer else { return }
    let version = tokenizer.version
    let isCurrent = try read { db in
      guard let state = try SearchState(db) else { return false }
      return try state.version == version && state.isCurrent(db) && !state.isWornOut
    }
    if isCurrent { return }
    while true {
      let (state, isDone) = try write { db in try SearchIndexWriter(db: db, version: version).step() }
      if isDone { return }
      try progress?(Int(state.indexed), Int(state.numbered))
    }
  }

  /// What matches `request`, of the opinions that are indexed. In one transaction. O(matches up to the limit).
  public func search(_ request: SearchRequest) throws(StoreError) -> SearchMatches {
    try read { db in
      guard let tokenizer, let state = try SearchState(db), state.version == tokenizer.version else {
        return SearchMatches(best: [], count: 0, isCut: false)
      }
      return try SearchReader(db: db, state: state, sizes: try sizes(state, db)).matches(request)
    }
  }

  /// Opinions that the search index does not hold as they are now.
  public func unindexedCount() throws(StoreError) -> Int {
    try read { db in
      guard let state = try SearchState(db), state.version == tokenizer?.version else {
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM opinion") ?? 0
      }
      return try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM opinion WHERE id > ?1) + ?2
            + (SELECT count(*) FROM search_change WHERE opinion <= ?1)
          """, arguments: [state.highestOpinion, state.numbered - state.indexed]) ?? 0
    }
  }

  /// The opinions of the last run's concern or theme, as they were mined.
  public func opinions(ofConcern concern: ConcernID) throws(StoreError) -> Set<OpinionID> {
    try read { db in
      Set(
        try Int64.fetchAll(
          db, sql: "SELECT opinion FROM assignment WHERE concern = ?", arguments: [concern.rawValue]
        ).map { OpinionID(rawValue: $0) })
    }
  }

  /// The sizes of this state, read once for each.
  private func sizes(_ state: SearchState, _ db: Database) throws -> SearchSizes {
    if let kept = searchSizes.withLock({ $0 }), kept.generation == state.generation { return kept.sizes }
    let sizes = try SearchSizes(db, indexed: Int(state.indexed))
    searchSizes.withLock { $0 = (state.generation, sizes) }
    return sizes
  }
}
