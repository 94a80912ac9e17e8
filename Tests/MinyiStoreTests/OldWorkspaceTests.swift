import Foundation
import GRDB
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// A workspace as version 0.1 made it is brought to this version's tables with everything in it.
struct OldWorkspaceTests {
  /// The tables of its migrations 1 to 3.
  private static let tables = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
    CREATE TABLE opinion (
      id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, body TEXT NOT NULL,
      time INTEGER, author INTEGER, place TEXT, channel TEXT, likes INTEGER, dislikes INTEGER, reply TEXT,
      replied_at INTEGER, others TEXT, text_hash BLOB NOT NULL, record_hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX opinion_text_hash ON opinion (text_hash, key);
    CREATE TABLE import (
      id INTEGER PRIMARY KEY, file TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL,
      imported INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, blank INTEGER NOT NULL,
      malformed INTEGER NOT NULL, masked TEXT NOT NULL
    ) STRICT;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, settings TEXT NOT NULL, versions TEXT NOT NULL, opinion_count INTEGER NOT NULL,
      document_count INTEGER NOT NULL, result_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE theme (id INTEGER PRIMARY KEY, label TEXT NOT NULL, terms TEXT NOT NULL) STRICT;
    CREATE TABLE concern (
      id INTEGER PRIMARY KEY, label TEXT NOT NULL, theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
      terms TEXT NOT NULL
    ) STRICT;
    CREATE TABLE assignment (
      opinion INTEGER PRIMARY KEY REFERENCES opinion (id) ON DELETE CASCADE,
      concern INTEGER REFERENCES concern (id) ON DELETE CASCADE,
      theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
      document INTEGER NOT NULL, copy_of INTEGER NOT NULL, similarity REAL, signals TEXT
    ) STRICT;
    CREATE INDEX assignment_concern ON assignment (concern);
    CREATE TABLE quote (
      concern INTEGER NOT NULL REFERENCES concern (id) ON DELETE CASCADE, position INTEGER NOT NULL,
      opinion INTEGER NOT NULL REFERENCES opinion (id) ON DELETE CASCADE, field TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (concern, position)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE word (word TEXT PRIMARY KEY, fate TEXT NOT NULL) WITHOUT ROWID, STRICT;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 opinions'), ('2 results'), ('3 words');
    PRAGMA application_id = \(0x4d69_6e79);
    """

  /// A new workspace and an old one with the same opinions and results.
  private func workspaces(_ entries: [OpinionEntry], in folder: TemporaryFolder) throws -> (
    WorkspaceStore, String
  ) {
    let store = try newStore(in: folder, "new.minyi")
    _ = try store.keep(entries)
    let ids = try store.keys()
    let byKey = Dictionary(uniqueKeysWithValues: ids.map { ($1, $0) })
    let quote = QuoteRecord(
      opinion: byKey["3"] ?? OpinionID(rawValue: 0), field: .body, start: 0, end: 1, text: "路")
    let theme = ThemeRecord(id: ThemeID(rawValue: 1), label: "停水", terms: [])
    let concern = ConcernRecord(
      id: ConcernID(rawValue: 1), label: "停水", theme: theme.id, terms: [], quotes: [quote])
    let assignments = ids.keys.map {
      AssignmentRecord(
        opinion: $0, concern: concern.id, theme: theme.id, document: Int($0.rawValue), similarity: 0.5,
        signals: nil)
    }
    try store.replaceResults(
      by: RunResult(
        record: RunRecord(
          settings: "{}", versions: "{}", opinionCount: entries.count, documentCount: 1, resultHash: "x"),
        themes: [theme], concerns: [concern], assignments: assignments))
    try store.close()
    let path = folder.path + "/old.minyi"
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: OldWorkspaceTests.tables)
      try db.execute(sql: "ATTACH ? AS new", arguments: [store.path])
      try db.execute(
        sql: """
          INSERT INTO opinion SELECT id, key, title, body, time, author, place, channel, likes, dislikes, reply,
            replied_at, others, text_hash, record_hash FROM new.opinion;
          INSERT INTO run SELECT id, settings, versions, opinion_count, document_count, result_hash FROM new.run;
          INSERT INTO import VALUES (1, 'a.csv', 'csv', 'UTF-8', 200, 0, 0, 1, 2, '{}');
          INSERT INTO theme SELECT * FROM new.theme;
          INSERT INTO concern SELECT * FROM new.concern;
          INSERT INTO assignment SELECT * FROM new.assignment;
          INSERT INTO quote SELECT * FROM new.quote;
          """)
      try db.execute(sql: "DETACH new")
    }
    try queue.close()
    return (try WorkspaceStore(path: store.path, mode: .existing), path)
  }

  @Test func everythingIsThereAfterwards() throws {
    let folder = try TemporaryFolder()
    var random = RandomOpinions(seed: 9)
    let entries = (0..<200).map { random.entry(key: "\($0)") }
    let (new, path) = try workspaces(entries, in: folder)
    let old = try WorkspaceStore(path: path, mode: .existing)
    #expect(try old.opinionCount() == entries.count)
    let order = try old.opinionOrder()
    #expect(try order.map(\.id) == new.opinionOrder().map(\.id))
    #expect(try old.opinions(order.map(\.id)).map(\.opinion) == new.opinions(order.map(\.id)).map(\.opinion))
    let (results, expected) = (try old.results(), try new.results())
    #expect(results.assignments == expected.assignments && results.assignments.count == entries.count)
    #expect(results.concerns == expected.concerns && results.themes == expected.themes)
    // What older versions did not keep is not known; they always masked.
    #expect(try old.lastRun()?.inputHash == "" && new.lastRun()?.inputHash == "")
    #expect(try old.imports().map(\.rows) == [203] && old.imports().allSatisfy { !$0.keepsPersonalData })
    #expect(try old.inputHash() == new.inputHash())
    #expect(try old.keep(entries).allSatisfy { $0 == .unchanged })
    #expect(try old.keep([random.entry(key: "200")]) == [.imported])
    try old.close()
    // The references of the results point to the new table, and what was replaced is gone.
    let queue = try DatabaseQueue(path: path)
    let broken = try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
    let integrity = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    let references = try queue.read { try $0.foreignKeys(on: "assignment").map(\.destinationTable) }
    let indexes = try queue.read { try $0.indexes(on: "opinion").map(\.columns) }
    #expect(broken.isEmpty && integrity == ["ok"])
    #expect(references.contains("opinion") && indexes == [["key"]])
  }
}
