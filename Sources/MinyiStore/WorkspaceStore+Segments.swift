public import Foundation
import GRDB
import GRDBSQLite

extension WorkspaceStore {
  /// What runs with these settings kept of the texts that they read, in the order it was kept.
  public func segments(settings: String) throws(StoreError) -> [Data] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT content FROM segment WHERE settings = ? ORDER BY id", arguments: [settings])
    }
  }

  /// Keeps more segments. Those of other settings go: dictionaries or versions have changed.
  public func addSegments(_ segments: some Sequence<[UInt8]>, settings: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM segment WHERE settings <> ?", arguments: [settings])
      try insert(segments, settings, db)
    }
  }

  /// Keeps `segments` in place of all that were kept.
  public func replaceSegments(by segments: some Sequence<[UInt8]>, settings: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM segment")
      try insert(segments, settings, db)
    }
  }

  private func insert(_ segments: some Sequence<[UInt8]>, _ settings: String, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO segment (settings, content) VALUES (?, ?)")
    for segment in segments {
      try segment.withUnsafeBytes { bytes in
        // Without a copy: a segment has tens of megabytes.
        insert.setUncheckedArguments([settings, nil])
        let handle = insert.sqliteStatement
        defer { sqlite3_reset(handle) }
        sqlite3_bind_blob64(handle, 2, bytes.baseAddress, UInt64(bytes.count), nil)
        let status = sqlite3_step(handle)
        guard status == SQLITE_DONE else { throw db.failure(status) }
      }
    }
  }
}
