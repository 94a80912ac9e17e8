public import Foundation
import GRDB

extension WorkspaceStore {
  /// What runs with these settings kept of the texts that they read, in the order it was kept.
  public func segments(settings: String) throws(StoreError) -> [Data] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT content FROM segment WHERE settings = ? ORDER BY id", arguments: [settings])
    }
  }

  /// Keeps more segments. Those of other settings go: dictionaries or versions have changed.
  public func addSegments(_ segments: [Data], settings: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM segment WHERE settings <> ?", arguments: [settings])
      try insert(segments, settings, db)
    }
  }

  /// Keeps `segments` in place of all that were kept.
  public func replaceSegments(by segments: [Data], settings: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM segment")
      try insert(segments, settings, db)
    }
  }

  private func insert(_ segments: [Data], _ settings: String, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO segment (settings, content) VALUES (?, ?)")
    for segment in segments { try insert.execute(arguments: [settings, segment]) }
  }
}
