import Foundation
import GRDB
public import MinyiModel

extension WorkspaceStore {
  /// Notes an imported file.
  public func note(_ record: ImportRecord) throws(StoreError) {
    try write { db in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      try db.execute(
        sql: """
          INSERT INTO import (file, format, encoding, imported, updated, unchanged, blank, malformed, masked,
            personal_data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.file, record.format, record.encoding, record.imported, record.updated, record.unchanged,
          record.blank, record.malformed, String(decoding: try encoder.encode(record.masked), as: UTF8.self),
          record.keepsPersonalData ? "kept" : "masked",
        ])
    }
  }

  /// The imported files, in the order of import.
  public func imports() throws(StoreError) -> [ImportRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM import ORDER BY id").map { row in
        var record = ImportRecord(file: row["file"], format: row["format"], encoding: row["encoding"])
        record.imported = row["imported"]
        record.updated = row["updated"]
        record.unchanged = row["unchanged"]
        record.blank = row["blank"]
        record.malformed = row["malformed"]
        record.keepsPersonalData = row["personal_data"] == "kept"
        record.masked = try JSONDecoder().decode(
          [String: Int].self, from: Data((row["masked"] as String).utf8))
        return record
      }
    }
  }

  /// Replaces the results of the last run, in one transaction.
  public func replaceResults(by result: RunResult) throws(StoreError) {
    try write { db in
      for table in ["quote", "assignment", "concern", "theme"] { try db.execute(sql: "DELETE FROM \(table)") }
      let record = result.record
      try db.execute(
        sql: """
          INSERT INTO run (settings, versions, opinion_count, document_count, input_hash, result_hash)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.settings, record.versions, record.opinionCount, record.documentCount, record.inputHash,
          record.resultHash,
        ])
      try insert(result.changes, run: db.lastInsertedRowID, db)
      for theme in result.themes {
        try db.execute(
          sql: "INSERT INTO theme VALUES (?, ?, ?)",
          arguments: [theme.id.rawValue, theme.label, try theme.terms.json()])
      }
      for concern in result.concerns { try insert(concern, db) }
      let writer = try AssignmentWriter(db)
      // In the order of the table, so that every row goes behind the last.
      let order = result.assignments.indices.sorted {
        result.assignments[$0].opinion.rawValue < result.assignments[$1].opinion.rawValue
      }
      for i in order { try writer.write(result.assignments[i]) }
    }
  }

  private func insert(_ concern: ConcernRecord, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO concern VALUES (?, ?, ?, ?)").execute(
      arguments: [concern.id.rawValue, concern.label, concern.theme?.rawValue, try concern.terms.json()])
    let insert = try db.cachedStatement(sql: "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (position, quote) in concern.quotes.enumerated() {
      try insert.execute(
        arguments: [
          concern.id.rawValue, position, quote.opinion.rawValue, quote.field.rawValue, quote.start,
          quote.end, quote.text,
        ])
    }
  }

  /// The results of the last run.
  public func results() throws(StoreError) -> RunResult {
    guard let results = try lastResults() else { throw .noRun(path: path) }
    return results
  }

  /// The results of the last run, or nil before the first.
  public func lastResults() throws(StoreError) -> RunResult? {
    try read { db in
      guard let record = try lastRunRecord(db) else { return nil }
      return RunResult(
        record: record, themes: try themes(db), concerns: try concerns(db), assignments: try assignments(db))
    }
  }

  /// The manifest of the last run, or nil before the first.
  public func lastRun() throws(StoreError) -> RunRecord? { try read(lastRunRecord) }

  private func lastRunRecord(_ db: Database) throws -> RunRecord? {
    try Row.fetchOne(db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT 1").map { run in
      RunRecord(
        settings: run["settings"], versions: run["versions"], opinionCount: run["opinion_count"],
        documentCount: run["document_count"], inputHash: run["input_hash"], resultHash: run["result_hash"])
    }
  }

  private func themes(_ db: Database) throws -> [ThemeRecord] {
    try Row.fetchAll(db, sql: "SELECT * FROM theme ORDER BY id").map { row in
      ThemeRecord(id: ThemeID(rawValue: row["id"]), label: row["label"], terms: try .init(json: row["terms"]))
    }
  }

  private func concerns(_ db: Database) throws -> [ConcernRecord] {
    var quotes: [Int32: [QuoteRecord]] = [:]
    let quoteRows = try Row.fetchCursor(
      db,
      sql: "SELECT concern, opinion, field, start, \"end\", text FROM quote ORDER BY concern, position")
    while let row = try quoteRows.next() {
      quotes[row[0], default: []].append(
        QuoteRecord(
          opinion: OpinionID(rawValue: row[1]), field: OpinionField(rawValue: row[2]) ?? .body,
          start: row[3], end: row[4], text: row[5]))
    }
    var concerns: [ConcernRecord] = []
    var terms: [String] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, label, theme, terms FROM concern ORDER BY id")
    while let row = try rows.next() {
      concerns.append(
        ConcernRecord(
          id: ConcernID(rawValue: row[0]), label: row[1],
          theme: (row[2] as Int32?).map { ThemeID(rawValue: $0) }, terms: [], quotes: quotes[row[0]] ?? []))
      terms.append(row[3])
    }
    // Decoded together: a decoder for each takes longer than what it decodes.
    let lists = try JSONDecoder().decode(
      [[WeightedTerm]].self, from: Data("[\(terms.joined(separator: ","))]".utf8))
    for (i, list) in lists.enumerated() { concerns[i].terms = list }
    return concerns
  }

  /// Ordered by document, then by the opinion's key.
  private func assignments(_ db: Database) throws -> [AssignmentRecord] {
    let sql = """
      SELECT a.opinion, a.concern, a.theme, a.document, a.copy_of, a.similarity, a.signals
      FROM assignment a JOIN opinion o ON o.id = a.opinion ORDER BY a.document, o.key
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    var assignments: [AssignmentRecord] = []
    while let row = try rows.next() {
      assignments.append(
        AssignmentRecord(
          opinion: OpinionID(rawValue: row[0]), concern: (row[1] as Int32?).map { ConcernID(rawValue: $0) },
          theme: (row[2] as Int32?).map { ThemeID(rawValue: $0) }, document: row[3], copyOf: row[4],
          similarity: row[5], signals: row[6]))
    }
    return assignments
  }

  /// The keys of all opinions, by id.
  public func keys() throws(StoreError) -> [OpinionID: String] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, key FROM opinion")
      var keys: [OpinionID: String] = [:]
      while let row = try rows.next() { keys[OpinionID(rawValue: row[0])] = row[1] }
      return keys
    }
  }
}

extension [WeightedTerm] {
  fileprivate func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  fileprivate init(json: String) throws {
    self = try JSONDecoder().decode([WeightedTerm].self, from: Data(json.utf8))
  }
}
