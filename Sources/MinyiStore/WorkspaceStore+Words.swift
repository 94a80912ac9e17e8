import GRDB
public import MinyiModel

extension WorkspaceStore {
  /// What was decided about words, by their UTF-8 bytes: an order that does not tell when.
  public func wordDecisions() throws(StoreError) -> [WordDecision] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT word, fate FROM word ORDER BY word").compactMap { row in
        WordDecision.Fate(rawValue: row["fate"]).map { WordDecision(word: row["word"], fate: $0) }
      }
    }
  }

  /// Keeps `decisions`, each in place of what was decided about its word before.
  public func keep(_ decisions: [WordDecision]) throws(StoreError) {
    try write { db in
      let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO word (word, fate) VALUES (?, ?)")
      for decision in decisions {
        try insert.execute(arguments: [decision.word, decision.fate.rawValue])
      }
    }
  }

  /// Forgets what was decided about `words`.
  public func forget(_ words: [String]) throws(StoreError) {
    try write { db in
      let delete = try db.cachedStatement(sql: "DELETE FROM word WHERE word = ?")
      for word in words { try delete.execute(arguments: [word]) }
    }
  }
}
