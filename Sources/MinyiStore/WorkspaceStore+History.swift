import GRDB
public import MinyiModel

extension WorkspaceStore {
  /// The concern of every opinion that has one, as it was mined last.
  public func minedConcerns() throws(StoreError) -> [OpinionID: ConcernID] {
    try read { db in
      let sql = "SELECT opinion, concern FROM assignment WHERE concern IS NOT NULL"
      let rows = try Row.fetchCursor(db, sql: sql)
      var concerns: [OpinionID: ConcernID] = [:]
      while let row = try rows.next() {
        concerns[OpinionID(rawValue: row[0])] = ConcernID(rawValue: row[1])
      }
      return concerns
    }
  }

  /// The highest number that a concern ever had; 0 before the first.
  public func highestConcern() throws(StoreError) -> Int32 {
    try read { db in
      try Int32.fetchOne(
        db,
        sql: """
          SELECT max(n) FROM (SELECT max(id) AS n FROM concern UNION ALL SELECT max(concern) FROM change
            UNION ALL SELECT max(other) FROM edit WHERE kind = 'split')
          """) ?? 0
    }
  }

  /// What became of concerns, the oldest change first; of one concern only if it is given.
  public func changes(of concern: ConcernID? = nil) throws(StoreError) -> [(run: Int, change: ConcernChange)]
  {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM change WHERE ?1 IS NULL OR concern = ?1 OR other = ?1 ORDER BY id",
        arguments: [concern?.rawValue]
      ).compactMap { row in
        ConcernChange.Kind(rawValue: row["kind"]).map {
          let other = (row["other"] as Int32?).map { ConcernID(rawValue: $0) }
          return (row["run"], ConcernChange($0, ConcernID(rawValue: row["concern"]), other))
        }
      }
    }
  }

  func insert(_ changes: [ConcernChange], run: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO change (run, kind, concern, other) VALUES (?, ?, ?, ?)")
    for change in changes {
      try insert.execute(
        arguments: [run, change.kind.rawValue, change.concern.rawValue, change.other?.rawValue])
    }
  }

  /// What analysts changed, in their order.
  public func edits() throws(StoreError) -> [ConcernEdit] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM edit ORDER BY id").compactMap { ConcernEdit(row: $0) }
    }
  }

  /// Keeps `edits` behind those that are there.
  public func keep(_ edits: [ConcernEdit]) throws(StoreError) {
    try write { db in
      for edit in edits {
        try db.execute(
          sql: "INSERT INTO edit (kind, concern, other, text) VALUES (?, ?, ?, ?)", arguments: edit.columns)
      }
    }
  }

  /// Takes the last edit back and returns it; nil if there is none.
  public func removeLastEdit() throws(StoreError) -> ConcernEdit? {
    try write { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM edit ORDER BY id DESC LIMIT 1") else {
        return nil
      }
      try db.execute(sql: "DELETE FROM edit WHERE id = ?", arguments: [row["id"] as Int64])
      return ConcernEdit(row: row)
    }
  }
}

extension ConcernEdit {
  fileprivate var columns: StatementArguments {
    switch self {
    case .label(let concern, let text): ["label", concern.rawValue, nil, text]
    case .hide(let concern): ["hide", concern.rawValue, nil, nil]
    case .unhide(let concern): ["unhide", concern.rawValue, nil, nil]
    case .merge(let concern, let other): ["merge", concern.rawValue, other.rawValue, nil]
    case .split(let concern, let other, let keys):
      ["split", concern.rawValue, other.rawValue, keys.joined(separator: "\n")]
    }
  }

  fileprivate init?(row: Row) {
    let concern = ConcernID(rawValue: row["concern"])
    let other = (row["other"] as Int32?).map { ConcernID(rawValue: $0) }
    let text = row["text"] as String? ?? ""
    switch (row["kind"] as String, other) {
    case ("label", _): self = .label(concern, text)
    case ("hide", _): self = .hide(concern)
    case ("unhide", _): self = .unhide(concern)
    case ("merge", let other?): self = .merge(concern, other)
    case ("split", let other?):
      self = .split(concern, into: other, keys: text.split(separator: "\n").map(String.init))
    default: return nil
    }
  }
}
