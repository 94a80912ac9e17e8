import Foundation
import GRDB
import GRDBSQLite
import MinyiModel

/// One search in one transaction.
struct SearchReader {
  let db: Database
  let state: SearchState
  let sizes: SearchSizes

  /// Matches of a phrase that are counted before the rest is estimated: within a tenth, which is less in the logarithm.
  private static let countedMatches = 200
  /// Scores are compared as whole millionths: the last bits of a sum say nothing.
  private static let scale = 1_000_000.0

  private struct Candidate {
    var number: Int64
    var score: Int64
  }

  func matches(_ request: SearchRequest) throws -> SearchMatches {
    if request.condition == nil { return try allMatches(request) }
    let days = state.firstDay.flatMap { first in state.lastDay.map { first...$0 } }
    let expression = SearchExpression(request, days: days)
    // How rare a phrase is does not matter where there is no other: it is found out on the way.
    let isLone = expression.phrases.count == 1 && expression.phrases[0] == expression.text
    let weights = isLone ? [1] : try weights(expression.phrases)
    let scorer = SearchScorer(weights: weights, sizes: sizes)
    let allowed = try request.opinions.map { try numbers(of: $0) }
    var candidates: [Candidate] = []
    var isCut = false
    try forEachMatch(of: expression.text, scorer) { number, score in
      if let allowed, !allowed.contains(number) { return true }
      if candidates.count == request.limit {
        isCut = true
        return false
      }
      candidates.append(Candidate(number: number, score: Int64((score * SearchReader.scale).rounded())))
      return true
    }
    var best = try best(candidates, request.top)
    if isLone {
      let count = Double(candidates.count)
      let matches = isCut ? count * Double(state.indexed) / Double(candidates.last?.number ?? 1) : count
      let rarity = SearchScorer.rarity(matches: matches, of: sizes.count)
      for i in best.indices { best[i].score *= rarity }
    }
    return SearchMatches(best: best, count: candidates.count, isCut: isCut)
  }

  /// Every opinion that is asked for, by key.
  private func allMatches(_ request: SearchRequest) throws -> SearchMatches {
    let candidates = try numbers(of: request.opinions ?? []).sorted().map { Candidate(number: $0, score: 0) }
    return SearchMatches(best: try best(candidates, request.top), count: candidates.count, isCut: false)
  }

  private func numbers(of opinions: Set<OpinionID>) throws -> Set<Int64> {
    let statement = try db.cachedStatement(sql: "SELECT id FROM search_document WHERE opinion = ?")
    return Set(try opinions.compactMap { try Int64.fetchOne(statement, arguments: [$0.rawValue]) })
  }

  /// How rare each phrase is; 0 where it only filters.
  private func weights(_ phrases: [String?]) throws -> [Double] {
    try phrases.map { phrase in
      guard let phrase else { return 0 }
      return SearchScorer.rarity(matches: try matchCount(phrase), of: sizes.count)
    }
  }

  /// Opinions that a phrase occurs in: counted up to a number, then taken to be as many among the rest.
  private func matchCount(_ phrase: String) throws -> Double {
    var count = 0
    var last: Int64 = 0
    try forEachMatch(of: phrase, SearchScorer(weights: [], sizes: sizes)) { number, _ in
      count += 1
      last = number
      return count < SearchReader.countedMatches
    }
    if count < SearchReader.countedMatches { return Double(count) }
    return Double(count) * Double(state.indexed) / Double(last)
  }

  /// Calls `body` with number and score of every match, by number, until it returns false.
  private func forEachMatch(
    of expression: String, _ scorer: SearchScorer, _ body: (Int64, Double) -> Bool
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid, \(SearchScorer.functionName)(search_text, ?2) FROM search_text WHERE search_text MATCH ?1
        """
    ).sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    try withExtendedLifetime(scorer) {
      let status: Int32 = expression.withCString { text in
        sqlite3_bind_text(statement, 1, text, -1, nil)
        let type = UnsafeRawPointer(SearchScorer.pointerType.utf8Start).assumingMemoryBound(to: CChar.self)
        sqlite3_bind_pointer(statement, 2, Unmanaged.passUnretained(scorer).toOpaque(), type, nil)
        while true {
          let status = sqlite3_step(statement)
          guard status == SQLITE_ROW else { return status }
          // A text that has changed has no score.
          if sqlite3_column_type(statement, 1) == SQLITE_NULL { continue }
          if !body(sqlite3_column_int64(statement, 0), sqlite3_column_double(statement, 1)) {
            return SQLITE_DONE
          }
        }
      }
      guard status == SQLITE_DONE else { throw db.failure(status) }
    }
  }

  /// The `top` candidates by score, then by key.
  private func best(_ candidates: [Candidate], _ top: Int) throws -> [SearchMatches.Match] {
    guard top > 0, !candidates.isEmpty else { return [] }
    let scores = candidates.map(\.score).sorted(by: >)
    let least = scores[min(top, scores.count) - 1]
    // Through SQLite's own calls: hundreds of texts may have the score of the last.
    let statement = try db.cachedStatement(
      sql: "SELECT opinion, key FROM search_document WHERE id = ?"
    ).sqliteStatement
    defer { sqlite3_reset(statement) }
    var found: [(match: SearchMatches.Match, score: Int64, key: [UInt8])] = []
    for candidate in candidates where candidate.score >= least {
      sqlite3_reset(statement)
      sqlite3_bind_int64(statement, 1, candidate.number)
      guard sqlite3_step(statement) == SQLITE_ROW else { continue }
      let match = SearchMatches.Match(
        opinion: OpinionID(rawValue: sqlite3_column_int64(statement, 0)),
        score: Double(candidate.score) / SearchReader.scale)
      let key = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, 1), count: Int(sqlite3_column_bytes(statement, 1)))
      found.append((match, candidate.score, [UInt8](key)))
    }
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.key.lexicographicallyPrecedes($1.key) }
    return found.prefix(top).map(\.match)
  }
}
