import Foundation
import GRDB
import GRDBSQLite
public import MinyiModel

extension WorkspaceStore {
  /// What SQLite finds wrong with the file, at most `limit` sentences; none if it is whole. O(bytes of the file).
  public func integrityProblems(limit: Int = 20) throws(StoreError) -> [String] {
    try read { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(limit))").filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(limit).map { row in
        "foreign key: \(row["table"] as String) row \((row["rowid"] as Int64?) ?? 0)"
      }
      return found + orphans
    }
  }

  /// A hash over the keys of all opinions with their record hashes, in whatever order they came. What a run looks at
  /// has not changed while this has not. O(opinions).
  public func inputHash() throws(StoreError) -> ContentHash {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT key, record_hash FROM opinion")
      let handle = statement.sqliteStatement
      defer { sqlite3_reset(handle) }
      var hash = MultisetHash()
      var member: [UInt8] = []
      while true {
        let status = sqlite3_step(handle)
        if status == SQLITE_DONE { return hash.value }
        guard status == SQLITE_ROW else { throw db.failure(status) }
        member.removeAll(keepingCapacity: true)
        for column: Int32 in [1, 0] {
          guard let start = sqlite3_column_blob(handle, column) else { continue }
          let count = Int(sqlite3_column_bytes(handle, column))
          member.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        }
        hash.add(member.withUnsafeBytes { ContentHash(bytes: $0) })
      }
    }
  }

  /// Writes all that is in the workspace to a new file at `path`, without what runs have read in the texts.
  public func copy(to path: String) throws(StoreError) {
    do {
      try pool.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in try db.execute(sql: "DELETE FROM segment") }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
