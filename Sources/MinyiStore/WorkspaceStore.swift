import Foundation
import GRDB
import Synchronization

/// One SQLite file with opinions, results and the record of every run.
///
/// Write-ahead log, foreign keys on, marked by an application id. Thread-safe.
public final class WorkspaceStore: Sendable {
  /// How to open a workspace.
  public enum Mode: Sendable {
    /// Create the file if it is not there.
    case create
    /// The file must be there.
    case existing
  }

  /// The file as it was named when it was opened.
  public let path: String
  let pool: DatabasePool
  /// What cuts texts for the search index; nil: this store does not search.
  let tokenizer: (any SearchTokenizer.Type)?
  /// What was last read of the search index, with its generation.
  let searchSizes = Mutex<(generation: Int, sizes: SearchSizes)?>(nil)

  /// Opens the workspace at `path`, brought to this version's tables. A file that is not ours stays untouched.
  public init(path: String, mode: Mode, tokenizer: (any SearchTokenizer.Type)? = nil) throws(StoreError) {
    self.path = path
    self.tokenizer = tokenizer
    let isThere = FileManager.default.fileExists(atPath: path)
    if !isThere && mode == .existing { throw .notFound(path: path) }
    if isThere { try WorkspaceStore.check(path, mode) }
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = true
      configuration.busyMode = .timeout(5)
      configuration.maximumReaderCount = 2
      configuration.prepareDatabase { db in
        // Keys may come in no order: with SQLite's 2 MB of cache, and a log of 4 MB, an import of many rows would
        // write the same pages again and again. Pages of 8 KB (of new files; an old one keeps its own) save a tenth.
        // Readers walk through the texts once and find inner pages in the least cache.
        let cache = db.configuration.readonly ? 2048 : 32768
        try db.execute(
          sql: "PRAGMA page_size = 8192; PRAGMA cache_size = -\(cache); PRAGMA wal_autocheckpoint = 4096")
        if let tokenizer {
          tokenizer.register(in: db)
          SearchScorer.register(in: db)
        }
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      // Nothing is written to a file that is as it should be: readers need not wait for one who imports.
      let isReady = try pool.read { db in
        try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
          && Schema.migrator.hasCompletedMigrations(db)
      }
      if !isReady {
        try pool.write { db in try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        try Schema.migrator.migrate(pool)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Looks at a file without changing it: is it a workspace that this program knows?
  private static func check(_ path: String, _ mode: Mode) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .notAWorkspace(path: path)
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      // The last of other processes may be writing its log back.
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        let tableCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if id != Schema.applicationID && (tableCount > 0 || mode == .existing) {
          throw StoreError.notAWorkspace(path: path)
        }
        if tableCount > 0, try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newer(path: path) }
      }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// SQLite's version, for example `3.40.1`.
  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.read(body) } catch { throw StoreError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.write(body) } catch { throw StoreError(error, path: path) }
  }

  /// Gives back the memory of pages that were read and written.
  public func releaseMemory() { pool.releaseMemory() }

  /// Writes the log back into the file, so that the file alone is the workspace. Where another process has it open too,
  /// the last to close does it.
  public func close() throws(StoreError) {
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 0")
        do { _ = try db.checkpoint(.truncate) } catch let error as DatabaseError
          where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        {}
      }
      // The last connection to close takes the log away, which a reader may not.
      pool.invalidateReadOnlyConnections()
      try pool.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Lets the file grow to `count` pages and no further, as a disk would that is nearly full.
  package func limitPages(to count: Int) throws(StoreError) {
    do {
      try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = \(count)") }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A value kept with the workspace, or nil.
  public func setting(_ name: String) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
  }

  /// A value kept with the workspace, made by `make` the first time it is asked for.
  public func setting(_ name: String, orStore make: () -> String) throws(StoreError) -> String {
    try write { db in
      if let value = try String.fetchOne(
        db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
      {
        return value
      }
      let value = make()
      try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name, value])
      return value
    }
  }
}
