import Foundation
import GRDB
import GRDBSQLite
import MinyiModel

/// Brings the search index up to the opinions, a transaction at a time, so that nobody else waits for long and a process
/// that is killed, or another that does the same, goes on where this one stopped.
///
/// Texts are numbered from the shortest to the longest when the index is made: FTS5 finds matches in the order of their
/// numbers, and the best by BM25 are short, so the first thousand matches hold many of the best. What is added later
/// follows; when that is more than half, or much has changed, the index is made anew.
struct SearchIndexWriter {
  let db: Database
  let version: String

  /// Texts of a transaction.
  static let batchSize: Int64 = 10_000
  /// Pages of the index that are merged in a transaction once it is made.
  private static let mergedPages = 1000

  /// Does a part of the work. Returns the state then, and whether there is more to do.
  func step() throws -> (state: SearchState, isDone: Bool) {
    var state: SearchState
    if let kept = try SearchState(db), kept.version == version, !kept.isWornOut {
      state = kept
    } else {
      state = try reset()
    }
    if state.indexed == state.numbered, try !state.isCurrent(db) {
      try number(&state)
      try state.keep(db)
    }
    let isBuilding = state.indexed < state.ordered
    if state.indexed < state.numbered {
      try index(&state)
      try state.keep(db)
      if state.indexed < state.numbered { return (state, false) }
      if isBuilding { try merge(-SearchIndexWriter.mergedPages) }
    } else if try mergeFurther() {
      return (state, false)
    }
    return (state, try state.isCurrent(db) && !isBuilding)
  }

  /// An empty index in place of what there is.
  private func reset() throws -> SearchState {
    let generation = try SearchState(db)?.generation ?? 0
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS search_text;
        DELETE FROM search_document;
        DELETE FROM search_size;
        DELETE FROM search_change;
        CREATE VIRTUAL TABLE search_text USING fts5 (
          title, body, place, channel, day, content = '', columnsize = 0, tokenize = 'minyi');
        INSERT INTO search_text (search_text, rank) VALUES ('pgsz', 8000);
        INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 67108864);
        """)
    var state = SearchState(version: version)
    state.generation = generation
    try state.keep(db)
    return state
  }

  // MARK: Numbers

  /// Numbers the opinions that are new or changed, by length, then by content: rows do not influence the order.
  private func number(_ state: inout SearchState) throws {
    var sizes = try SizeWriter(db, numbered: state.numbered)
    let changed = try Int64.fetchAll(
      db, sql: "SELECT opinion FROM search_change WHERE opinion <= ? ORDER BY opinion",
      arguments: [state.highestOpinion])
    for opinion in changed {
      guard
        let number = try Int64.fetchOne(
          db.cachedStatement(sql: "DELETE FROM search_document WHERE opinion = ? RETURNING id"),
          arguments: [opinion])
      else { continue }
      try sizes.set(number, to: 0)
      state.dead += 1
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO search_document (id, opinion, key) VALUES (?, ?, ?)")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, length(title) + length(body) AS size, key FROM opinion
          WHERE id > ?1 OR id IN (SELECT opinion FROM search_change) ORDER BY size, text_hash, key
        """, arguments: [state.highestOpinion])
    let isNew = state.numbered == 0
    while let row = try rows.next() {
      let opinion: Int64 = row[0]
      state.numbered += 1
      state.highestOpinion = max(state.highestOpinion, opinion)
      try insert.execute(arguments: [state.numbered, opinion, row[2] as String])
      try sizes.set(state.numbered, to: SearchSizes.byte(row[1]))
    }
    try sizes.write()
    try db.execute(sql: "DELETE FROM search_change")
    if isNew { state.ordered = state.numbered }
  }

  // MARK: Texts

  /// Indexes the next texts.
  private func index(_ state: inout SearchState) throws {
    let last = min(state.numbered, state.indexed + SearchIndexWriter.batchSize)
    let select = try db.cachedStatement(
      sql: """
        SELECT d.id, o.title, o.body, o.place, o.channel, o.time FROM search_document d
          JOIN opinion o ON o.id = d.opinion WHERE d.id > ?1 AND d.id <= ?2 ORDER BY d.id
        """
    ).sqliteStatement
    let insert = try db.cachedStatement(
      sql: "INSERT INTO search_text (rowid, title, body, place, channel, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    ).sqliteStatement
    defer {
      for statement in [select, insert] {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
    }
    sqlite3_bind_int64(select, 1, state.indexed)
    sqlite3_bind_int64(select, 2, last)
    while true {
      let status = sqlite3_step(select)
      if status == SQLITE_DONE { break }
      guard status == SQLITE_ROW else { throw db.failure(status) }
      for column: Int32 in 0..<5 {
        sqlite3_bind_value(insert, column + 1, sqlite3_column_value(select, column))
      }
      var day: Int?
      if sqlite3_column_type(select, 5) != SQLITE_NULL {
        day = CivilTime(seconds: sqlite3_column_int64(select, 5)).dayNumber
      }
      if let day {
        state.firstDay = min(state.firstDay ?? day, day)
        state.lastDay = max(state.lastDay ?? day, day)
      }
      let written = SearchDays.tokens(of: day).withCString { text in
        sqlite3_bind_text(insert, 6, text, -1, nil)
        return sqlite3_step(insert)
      }
      sqlite3_reset(insert)
      guard written == SQLITE_DONE else { throw db.failure(written) }
    }
    state.indexed = last
  }

  // MARK: Merging

  /// One segment is searched in half the time of many; this begins to make one of them.
  private func merge(_ pages: Int) throws {
    try db.execute(
      sql: "INSERT INTO search_text (search_text, rank) VALUES ('merge', ?)", arguments: [pages])
  }

  /// Goes on merging; false when there is nothing to merge any more.
  private func mergeFurther() throws -> Bool {
    let before = db.totalChangesCount
    try merge(SearchIndexWriter.mergedPages)
    return db.totalChangesCount - before > 1
  }

  /// Writes the sizes of texts, keeping the row at hand in memory.
  private struct SizeWriter {
    private let db: Database
    private var chunk: Int64 = -1
    private var bytes: [UInt8] = []

    init(_ db: Database, numbered: Int64) throws { self.db = db }

    mutating func set(_ number: Int64, to byte: UInt8) throws {
      let place = number - 1
      let size = Int64(SearchSizes.chunkSize)
      if place / size != chunk {
        try write()
        chunk = place / size
        bytes =
          try Data.fetchOne(
            db, sql: "SELECT sizes FROM search_size WHERE chunk = ?", arguments: [chunk]
          ).map { [UInt8]($0) } ?? []
      }
      let index = Int(place % size)
      if index < bytes.count { bytes[index] = byte } else { bytes.append(byte) }
    }

    func write() throws {
      guard chunk >= 0 else { return }
      try db.execute(
        sql: "INSERT OR REPLACE INTO search_size (chunk, sizes) VALUES (?, ?)",
        arguments: [chunk, Data(bytes)])
    }
  }
}
