import Foundation
import GRDB
import GRDBSQLite
public import MinyiModel

extension WorkspaceStore {
  /// Keeps `entries` in one transaction; the fates are in the same order.
  public func keep(_ entries: [OpinionEntry]) throws(StoreError) -> [KeepFate] {
    try write { db in
      var writer = try OpinionWriter(db)
      return try entries.map { try writer.keep($0) }
    }
  }

  /// The fates that `keep` would give, with nothing written. O(entries).
  public func fates(of entries: [OpinionEntry]) throws(StoreError) -> [KeepFate] {
    try read { db in
      let find = try db.cachedStatement(sql: "SELECT record_hash FROM opinion WHERE key = ?")
      // By bytes, as SQLite compares keys: é and e with an accent are two.
      var pending: [Data: Data] = [:]
      return try entries.map { entry in
        let recordHash = entry.recordHash.bytes
        let key = Data(entry.opinion.key.utf8)
        let known = try pending[key] ?? Data.fetchOne(find, arguments: [entry.opinion.key])
        pending[key] = recordHash
        return known == nil ? .imported : known == recordHash ? .unchanged : .updated
      }
    }
  }

  /// Opinions in the workspace.
  public func opinionCount() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM opinion") ?? 0 }
  }

  /// Every opinion's id and text hash, by text hash, then by key: an order that rows do not influence.
  public func opinionOrder() throws(StoreError) -> [(id: OpinionID, textHash: ContentHash)] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, text_hash FROM opinion ORDER BY text_hash, key")
      var order: [(id: OpinionID, textHash: ContentHash)] = []
      while let row = try rows.next() {
        order.append((OpinionID(rawValue: row[0]), ContentHash(bytes: row[1] as Data)))
      }
      return order
    }
  }

  /// The columns that the agenda counts, by opinion; texts are not read.
  public func agendaColumns() throws(StoreError) -> [OpinionID: AgendaColumns] {
    try read { db in
      let sql = "SELECT id, time, author, place, likes, dislikes, replied_at, channel FROM opinion"
      let rows = try Row.fetchCursor(db, sql: sql)
      var columns: [OpinionID: AgendaColumns] = [:]
      columns.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM opinion") ?? 0)
      while let row = try rows.next() {
        columns[OpinionID(rawValue: row[0])] = AgendaColumns(
          time: (row[1] as Int64?).map { CivilTime(seconds: $0) },
          author: (row[2] as Int64?).map { AuthorHash(rawValue: UInt64(bitPattern: $0)) },
          place: row[3], channel: row[7], likes: row[4], dislikes: row[5],
          repliedAt: (row[6] as Int64?).map { CivilTime(seconds: $0) })
      }
      return columns
    }
  }

  /// The opinions of `ids`, in that order; unknown ids are left out.
  public func opinions(_ ids: some Sequence<OpinionID>) throws(StoreError) -> [StoredOpinion] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT \(StoredOpinion.columns) FROM opinion WHERE id = ?")
      return try ids.compactMap { id in
        // A row of the cursor is read where SQLite has it; one of its own would be copied first.
        let rows = try Row.fetchCursor(statement, arguments: [id.rawValue])
        return try withExtendedLifetime(rows) { try rows.next().map { try StoredOpinion(row: $0) } }
      }
    }
  }

  /// Calls `body` with every opinion, by the UTF-8 of its key. One is in memory at a time. Throws what `body` throws.
  public func forEachOpinion(_ body: (StoredOpinion) throws -> Void) throws {
    var failure: (any Error)?
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT \(StoredOpinion.columns) FROM opinion ORDER BY key")
      while failure == nil, let row = try rows.next() {
        let stored = try StoredOpinion(row: row)
        do { try body(stored) } catch { failure = error }
      }
    }
    if let failure { throw failure }
  }

  /// The names of the columns that are no field, as a list an opinion has them, for every different list, in the order in
  /// which the opinions come by key.
  public func otherColumnNames() throws(StoreError) -> [[String]] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT others FROM opinion WHERE others IS NOT NULL ORDER BY key")
      var seen: Set<[String]> = []
      var lists: [[String]] = []
      while let row = try rows.next() {
        let names = try OtherColumnsText.columns(of: row[0]).map(\.name)
        if seen.insert(names).inserted { lists.append(names) }
      }
      return lists
    }
  }

  /// Title and body of the opinions of `ids`, in that order; unknown ids are left out.
  public func texts(of ids: some Sequence<OpinionID>) throws(StoreError) -> [OpinionText] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT title, body FROM opinion WHERE id = ?")
      // Through SQLite's own calls: a run reads every text, and rows of GRDB cost as much as the reading.
      let handle = statement.sqliteStatement
      defer { sqlite3_reset(handle) }
      return try ids.compactMap { id in
        sqlite3_reset(handle)
        sqlite3_bind_int64(handle, 1, id.rawValue)
        let status = sqlite3_step(handle)
        if status == SQLITE_DONE { return nil }
        guard status == SQLITE_ROW else { throw db.failure(status) }
        return OpinionText(title: text(handle, 0), body: text(handle, 1))
      }
    }
  }

  /// The text in a column of the present row; empty where the column is null.
  private func text(_ statement: OpaquePointer, _ column: Int32) -> String {
    let start = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
  }

  /// The opinion with this key, or nil.
  public func opinion(key: String) throws(StoreError) -> StoredOpinion? {
    try read { db in
      let sql = "SELECT \(StoredOpinion.columns) FROM opinion WHERE key = ?"
      return try Row.fetchOne(db, sql: sql, arguments: [key]).map { try StoredOpinion(row: $0) }
    }
  }
}

extension ContentHash {
  /// As it is kept: 16 bytes, the first the most significant.
  var bigEndian: (UInt64, UInt64) { (high.bigEndian, low.bigEndian) }

  init(bigEndian bytes: UnsafeRawBufferPointer) {
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes.prefix(16)) }
    self.init(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
  }

  var bytes: Data { withUnsafeBytes(of: bigEndian) { Data($0) } }

  init(bytes: Data) { self = bytes.withUnsafeBytes { ContentHash(bigEndian: $0) } }
}
