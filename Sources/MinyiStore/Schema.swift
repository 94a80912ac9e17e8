import GRDB

/// The tables of a workspace. Each migration is final once released; later ones follow it.
enum Schema {
  /// "Miny" in ASCII: marks the file as a workspace of Minyi.
  static let applicationID: Int32 = 0x4d69_6e79

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 opinions") { db in
      try db.execute(sql: opinions)
    }
    migrator.registerMigration("2 results") { db in
      try db.execute(sql: results)
    }
    migrator.registerMigration("3 words") { db in
      try db.execute(sql: words)
    }
    migrator.registerMigration("4 opinions without an index of texts") { db in
      try db.execute(sql: leanOpinions)
    }
    migrator.registerMigration("5 segments") { db in
      try db.execute(sql: segments)
    }
    migrator.registerMigration("6 assignments without an index of concerns") { db in
      try db.execute(sql: leanAssignments)
    }
    migrator.registerMigration("7 manifests") { db in
      try db.execute(sql: manifests)
    }
    migrator.registerMigration("8 history of concerns") { db in
      try db.execute(sql: history)
    }
    migrator.registerMigration("9 search") { db in
      try db.execute(sql: search)
    }
    migrator.registerMigration("10 search with keys") { db in
      try db.execute(sql: searchKeys)
    }
    return migrator
  }

  private static let opinions = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
    -- One row an opinion. time and replied_at: seconds of the civil clock since 1970. text_hash: of the cleaned
    -- title and body; record_hash: of all columns, to tell an unchanged row from an updated one.
    CREATE TABLE opinion (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      time INTEGER,
      author INTEGER,
      place TEXT,
      channel TEXT,
      likes INTEGER,
      dislikes INTEGER,
      reply TEXT,
      replied_at INTEGER,
      others TEXT,
      text_hash BLOB NOT NULL,
      record_hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX opinion_text_hash ON opinion (text_hash, key);
    -- One row an imported file, with the fate of its rows.
    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      imported INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      unchanged INTEGER NOT NULL,
      blank INTEGER NOT NULL,
      malformed INTEGER NOT NULL,
      masked TEXT NOT NULL
    ) STRICT;
    """

  /// An index by text hash, whose keys come in no order, took half the time of an import, and one ordered reading of the
  /// table replaces it. AUTOINCREMENT reads and writes another table for every row; since nothing deletes opinions, ids
  /// are not used again without it. What is counted and compared stands before the long texts.
  private static let leanOpinions = """
    CREATE TABLE lean_opinion (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      text_hash BLOB NOT NULL,
      record_hash BLOB NOT NULL,
      time INTEGER,
      author INTEGER,
      place TEXT,
      channel TEXT,
      likes INTEGER,
      dislikes INTEGER,
      replied_at INTEGER,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      reply TEXT,
      others TEXT
    ) STRICT;
    INSERT INTO lean_opinion (id, key, text_hash, record_hash, time, author, place, channel, likes, dislikes,
        replied_at, title, body, reply, others)
      SELECT id, key, text_hash, record_hash, time, author, place, channel, likes, dislikes, replied_at, title, body,
        reply, others FROM opinion ORDER BY id;
    DROP TABLE opinion;
    ALTER TABLE lean_opinion RENAME TO opinion;
    """

  private static let results = """
    -- The record of every run; the tables below hold the results of the last.
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      settings TEXT NOT NULL,
      versions TEXT NOT NULL,
      opinion_count INTEGER NOT NULL,
      document_count INTEGER NOT NULL,
      result_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE theme (id INTEGER PRIMARY KEY, label TEXT NOT NULL, terms TEXT NOT NULL) STRICT;
    CREATE TABLE concern (
      id INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
      terms TEXT NOT NULL
    ) STRICT;
    CREATE TABLE assignment (
      opinion INTEGER PRIMARY KEY REFERENCES opinion (id) ON DELETE CASCADE,
      concern INTEGER REFERENCES concern (id) ON DELETE CASCADE,
      theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
      document INTEGER NOT NULL,
      copy_of INTEGER NOT NULL,
      similarity REAL,
      signals TEXT
    ) STRICT;
    CREATE INDEX assignment_concern ON assignment (concern);
    CREATE TABLE quote (
      concern INTEGER NOT NULL REFERENCES concern (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      opinion INTEGER NOT NULL REFERENCES opinion (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (concern, position)
    ) WITHOUT ROWID, STRICT;
    """

  private static let words = """
    -- What an analyst decided about words, in the form of cleaned texts. fate: word, cut or refused.
    CREATE TABLE word (word TEXT PRIMARY KEY, fate TEXT NOT NULL) WITHOUT ROWID, STRICT;
    """

  private static let leanAssignments = """
    -- No index of concerns: results are replaced as a whole and read as a whole.
    CREATE TABLE lean_assignment (
      opinion INTEGER PRIMARY KEY REFERENCES opinion (id) ON DELETE CASCADE,
      concern INTEGER REFERENCES concern (id) ON DELETE CASCADE,
      theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
      document INTEGER NOT NULL,
      copy_of INTEGER NOT NULL,
      similarity REAL,
      signals TEXT
    ) STRICT;
    INSERT INTO lean_assignment (opinion, concern, theme, document, copy_of, similarity, signals)
      SELECT opinion, concern, theme, document, copy_of, similarity, signals FROM assignment ORDER BY opinion;
    DROP TABLE assignment;
    ALTER TABLE lean_assignment RENAME TO assignment;
    """

  private static let manifests = """
    -- input_hash: of all opinions that the run looked at, empty where it is not known. personal_data: masked or kept.
    ALTER TABLE run ADD COLUMN input_hash TEXT NOT NULL DEFAULT '';
    ALTER TABLE import ADD COLUMN personal_data TEXT NOT NULL DEFAULT 'masked';
    """

  private static let history = """
    -- What became of concerns from one run to the next. kind: born, merged (into other), split (from other), ended.
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      concern INTEGER NOT NULL,
      other INTEGER
    ) STRICT;
    -- What analysts changed in the results, in their order; the results themselves stay as they were mined.
    -- kind: label (text), hide, unhide, merge (other goes into concern), split (the opinions whose keys are the lines of
    -- text go from concern into other).
    CREATE TABLE edit (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      concern INTEGER NOT NULL,
      other INTEGER,
      text TEXT
    ) STRICT;
    """

  private static let segments = """
    -- What runs read in the texts, so that the next need not. A cache: it may be emptied at any time.
    CREATE TABLE segment (id INTEGER PRIMARY KEY AUTOINCREMENT, settings TEXT NOT NULL, content BLOB NOT NULL) STRICT;
    """

  /// The index itself, the FTS5 table `search_text`, is made at the first search: see `SearchIndexWriter`.
  private static let search = """
    -- How far the search index is: see SearchState. All of these tables are a cache.
    CREATE TABLE search_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version TEXT NOT NULL,
      generation INTEGER NOT NULL,
      highest_opinion INTEGER NOT NULL,
      numbered INTEGER NOT NULL,
      indexed INTEGER NOT NULL,
      ordered INTEGER NOT NULL,
      dead INTEGER NOT NULL,
      first_day INTEGER,
      last_day INTEGER
    ) STRICT;
    -- The number that an opinion has in the index.
    CREATE TABLE search_document (id INTEGER PRIMARY KEY, opinion INTEGER NOT NULL UNIQUE) STRICT;
    -- Sizes of 65,536 texts, a byte each.
    CREATE TABLE search_size (chunk INTEGER PRIMARY KEY, sizes BLOB NOT NULL) STRICT;
    -- Opinions whose row has changed since the index was brought up to them.
    CREATE TABLE search_change (opinion INTEGER PRIMARY KEY) STRICT;
    CREATE TRIGGER search_opinion_changed AFTER UPDATE ON opinion
      WHEN EXISTS (SELECT 1 FROM search_state) BEGIN INSERT OR IGNORE INTO search_change VALUES (old.id); END;
    """

  /// Keys beside the numbers: the order of equal scores is found without a look at the opinions.
  private static let searchKeys = """
    DROP TABLE search_document;
    CREATE TABLE search_document (
      id INTEGER PRIMARY KEY, opinion INTEGER NOT NULL UNIQUE, key TEXT NOT NULL
    ) STRICT;
    -- Without a state the index is made anew at the next search.
    DELETE FROM search_state;
    """
}
