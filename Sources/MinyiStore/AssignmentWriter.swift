import GRDB
import GRDBSQLite
import MinyiModel

/// Writes where opinions went, through SQLite's own calls, as `OpinionWriter` writes opinions.
struct AssignmentWriter {
  private let db: Database
  private let insert: Statement

  init(_ db: Database) throws {
    self.db = db
    insert = try db.cachedStatement(sql: "INSERT INTO assignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
  }

  func write(_ assignment: AssignmentRecord) throws {
    let handle = insert.sqliteStatement
    // What is not bound is null.
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    sqlite3_bind_int64(handle, 1, assignment.opinion.rawValue)
    if let concern = assignment.concern { sqlite3_bind_int64(handle, 2, Int64(concern.rawValue)) }
    if let theme = assignment.theme { sqlite3_bind_int64(handle, 3, Int64(theme.rawValue)) }
    sqlite3_bind_int64(handle, 4, Int64(assignment.document))
    sqlite3_bind_int64(handle, 5, Int64(assignment.copyOf))
    if let similarity = assignment.similarity { sqlite3_bind_double(handle, 6, similarity) }
    var signals = assignment.signals
    let status =
      signals?.withUTF8 { text in
        let start = text.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
        sqlite3_bind_text(handle, 7, start, Int32(text.count), nil)
        return sqlite3_step(handle)
      } ?? sqlite3_step(handle)
    guard status == SQLITE_DONE else { throw db.failure(status) }
  }
}
