import GRDB

/// How far the search index of a workspace is.
struct SearchState: Sendable, Equatable {
  /// What its tokens were made by.
  var version: String
  /// Rises with every change: what is kept of the index in memory holds for one generation.
  var generation = 0
  /// Opinions up to this id have a number.
  var highestOpinion: Int64 = 0
  /// The last number given; texts up to `indexed` are in the index.
  var numbered: Int64 = 0
  var indexed: Int64 = 0
  /// Texts that were numbered when the index was made, in their order; later ones follow in the order of imports.
  var ordered: Int64 = 0
  /// Numbers whose opinion has changed since.
  var dead: Int64 = 0
  /// The first and last day of an indexed opinion, since 1970; nil if none has a time.
  var firstDay: Int?
  var lastDay: Int?

  init(version: String) { self.version = version }

  /// The state of the index; nil if there is none.
  init?(_ db: Database) throws {
    guard let row = try Row.fetchOne(try db.cachedStatement(sql: "SELECT * FROM search_state")) else {
      return nil
    }
    version = row["version"]
    generation = row["generation"]
    highestOpinion = row["highest_opinion"]
    numbered = row["numbered"]
    indexed = row["indexed"]
    ordered = row["ordered"]
    dead = row["dead"]
    firstDay = row["first_day"]
    lastDay = row["last_day"]
  }

  /// Keeps the state as that of a new generation.
  mutating func keep(_ db: Database) throws {
    generation += 1
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO search_state (id, version, generation, highest_opinion, numbered, indexed, ordered, dead,
          first_day, last_day) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        version, generation, highestOpinion, numbered, indexed, ordered, dead, firstDay, lastDay,
      ])
  }

  /// True if every opinion of the workspace is in the index as it is now.
  func isCurrent(_ db: Database) throws -> Bool {
    guard indexed == numbered else { return false }
    let statement = try db.cachedStatement(
      sql: "SELECT ifnull(max(id), 0) = ? AND NOT EXISTS (SELECT 1 FROM search_change) FROM opinion")
    return try Bool.fetchOne(statement, arguments: [highestOpinion]) ?? false
  }

  /// Too much of the index is out of use, or out of order.
  var isWornOut: Bool { indexed > 1000 && (dead * 4 > indexed || numbered > 2 * ordered) }
}
