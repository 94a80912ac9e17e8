import Foundation
import GRDB
import GRDBSQLite
import MinyiModel

/// Writes the opinions of one transaction, through SQLite's own calls: making GRDB's arguments, a boxed value a column,
/// took longer than SQLite takes for the row.
struct OpinionWriter {
  private let db: Database
  private let insert: Statement
  private let update: Statement
  private let find: Statement
  /// The texts of the row at hand one behind the other: a text must stay where it is until the row is written.
  private var bytes: [UInt8] = []
  private var texts: [(parameter: Int32, range: Range<Int>)] = []

  init(_ db: Database) throws {
    self.db = db
    insert = try db.cachedStatement(
      sql: """
        INSERT INTO opinion (key, text_hash, record_hash, time, author, place, channel, likes, dislikes, replied_at,
          title, body, reply, others) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
          ON CONFLICT (key) DO NOTHING
        """)
    update = try db.cachedStatement(
      sql: """
        UPDATE opinion SET text_hash = ?2, record_hash = ?3, time = ?4, author = ?5, place = ?6, channel = ?7,
          likes = ?8, dislikes = ?9, replied_at = ?10, title = ?11, body = ?12, reply = ?13, others = ?14
          WHERE key = ?1
        """)
    find = try db.cachedStatement(sql: "SELECT record_hash FROM opinion WHERE key = ?1")
  }

  /// Keeps `entry` in place of the one with its key, if there is one with other content.
  mutating func keep(_ entry: OpinionEntry) throws -> KeepFate {
    layOut(entry.opinion)
    try run(insert, entry)
    if sqlite3_changes(db.sqliteConnection) == 1 { return .imported }
    if try storedHash() == entry.recordHash { return .unchanged }
    try run(update, entry)
    return .updated
  }

  /// Copies the texts of `opinion` to `bytes`.
  private mutating func layOut(_ opinion: Opinion) {
    bytes.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    add(opinion.key, 1)
    add(opinion.place, 6)
    add(opinion.channel, 7)
    add(opinion.title, 11)
    add(opinion.body, 12)
    add(opinion.reply, 13)
    add(OtherColumnsText.text(of: opinion.others), 14)
    // As GRDB writes and reads it, a text ends at a NUL; hardly any row has one.
    if bytes.withUnsafeBytes({ $0.baseAddress.flatMap { [count = $0.count] in memchr($0, 0, count) } }) != nil
    {
      for i in texts.indices {
        let range = texts[i].range
        texts[i].range = range.lowerBound..<(bytes[range].firstIndex(of: 0) ?? range.upperBound)
      }
    }
    // One byte more, so that there is an address even where all texts are empty.
    bytes.append(0)
  }

  private mutating func add(_ text: String?, _ parameter: Int32) {
    guard let text else { return }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    texts.append((parameter, start..<bytes.count))
  }

  private func run(_ statement: Statement, _ entry: OpinionEntry) throws {
    let handle = statement.sqliteStatement
    let opinion = entry.opinion
    // What is not bound is null.
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    bind(opinion.time?.seconds, 4, handle)
    bind(opinion.author.map { Int64(bitPattern: $0.rawValue) }, 5, handle)
    bind(opinion.likes.map(Int64.init), 8, handle)
    bind(opinion.dislikes.map(Int64.init), 9, handle)
    bind(opinion.repliedAt?.seconds, 10, handle)
    let hashes = (entry.textHash.bigEndian, entry.recordHash.bigEndian)
    let status = bytes.withUnsafeBytes { buffer in
      withUnsafeBytes(of: hashes) { hashes in
        for (parameter, range) in texts {
          let text = buffer.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
          sqlite3_bind_text(handle, parameter, text, Int32(range.count), nil)
        }
        sqlite3_bind_blob(handle, 2, hashes.baseAddress, 16, nil)
        sqlite3_bind_blob(handle, 3, hashes.baseAddress?.advanced(by: 16), 16, nil)
        return sqlite3_step(handle)
      }
    }
    guard status == SQLITE_DONE else { throw db.failure(status) }
  }

  /// The record hash of the opinion in the table that has the key of the row at hand.
  private func storedHash() throws -> ContentHash? {
    let handle = find.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    return try bytes.withUnsafeBytes { buffer in
      let range = texts[0].range
      let key = buffer.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, 1, key, Int32(range.count), nil)
      let status = sqlite3_step(handle)
      guard status == SQLITE_ROW else {
        if status == SQLITE_DONE { return nil }
        throw db.failure(status)
      }
      guard let hash = sqlite3_column_blob(handle, 0), sqlite3_column_bytes(handle, 0) == 16 else {
        return nil
      }
      return ContentHash(bigEndian: UnsafeRawBufferPointer(start: hash, count: 16))
    }
  }

  private func bind(_ number: Int64?, _ parameter: Int32, _ handle: SQLiteStatement) {
    if let number { sqlite3_bind_int64(handle, parameter, number) }
  }
}
