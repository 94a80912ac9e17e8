import Foundation
import GRDB
import GRDBSQLite

/// BM25 of a match, called by SQLite as `minyi_score(search_text, ?)` with a pointer to the scorer.
///
/// FTS5's own `bm25()` visits every match of every phrase before the first score, to count them; this one is told how rare
/// the phrases are. Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with k₁ = 1.2 and
/// b = 0.75; an occurrence in a title counts twice. The formula of the rarity, which is never negative, is Lucene's.
final class SearchScorer {
  /// By phrase of the expression: how rare it is; 0 for a phrase that only filters.
  let weights: [Double]
  private let sizes: [UInt8]
  /// By byte of size: k₁ · (1 − b + b · size ÷ mean).
  private let norms: [Double]

  static let k1 = 1.2
  static let b = 0.75
  static let titleWeight = 2.0
  static let functionName = "minyi_score"
  static let pointerType: StaticString = "minyi_scorer"

  init(weights: [Double], sizes: SearchSizes) {
    self.weights = weights
    self.sizes = sizes.bytes
    norms = SearchSizes.bounds.map {
      SearchScorer.k1 * (1 - SearchScorer.b + SearchScorer.b * Double($0) / max(1, sizes.mean))
    }
  }

  /// ln(1 + (N − n + ½) ÷ (n + ½)).
  static func rarity(matches: Double, of count: Int) -> Double {
    log(1 + max(0, Double(count) - matches + 0.5) / (matches + 0.5))
  }

  /// The score of the row that FTS5 stands at; nil if its opinion has changed since.
  func score(_ api: Fts5ExtensionApi, _ row: OpaquePointer?) -> Double? {
    guard let xRowid = api.xRowid, let first = api.xPhraseFirst, let next = api.xPhraseNext else {
      return nil
    }
    let number = Int(xRowid(row))
    guard number > 0, number < sizes.count, sizes[number] != 0 else { return nil }
    let norm = norms[Int(sizes[number])]
    var score = 0.0
    for phrase in weights.indices where weights[phrase] > 0 {
      var iterator = Fts5PhraseIter()
      var (column, offset): (Int32, Int32) = (0, 0)
      var frequency = 0.0
      guard first(row, Int32(phrase), &iterator, &column, &offset) == SQLITE_OK else { continue }
      while column >= 0 {
        frequency += column == 0 ? SearchScorer.titleWeight : 1
        next(row, &iterator, &column, &offset)
      }
      score += weights[phrase] * frequency * (SearchScorer.k1 + 1) / (frequency + norm)
    }
    return score
  }

  static func register(in db: Database) {
    let api = FTS5.api(db)
    _ = api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), functionName, nil,
      { api, row, context, _, arguments in
        let type = UnsafeRawPointer(SearchScorer.pointerType.utf8Start).assumingMemoryBound(to: CChar.self)
        guard let api, let pointer = sqlite3_value_pointer(arguments?[0], type) else {
          return sqlite3_result_null(context)
        }
        // The scorer outlives the statement it is bound to: `SearchReader` holds it.
        let scorer = Unmanaged<SearchScorer>.fromOpaque(pointer).takeUnretainedValue()
        if let score = scorer.score(api.pointee, row) {
          sqlite3_result_double(context, score)
        } else {
          sqlite3_result_null(context)
        }
      }, nil)
  }
}
