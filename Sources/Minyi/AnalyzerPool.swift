import MinyiText
import Synchronization

/// Text analyzers for any number of threads: each is used by one thread at a time.
final class AnalyzerPool: Sendable {
  private let idle = Mutex<[AnalyzerBox]>([])
  private let prototype: Mutex<AnalyzerBox>

  /// Moves an analyzer between threads. Safe because the pool lends each box to one thread at a time.
  private struct AnalyzerBox: @unchecked Sendable {
    let analyzer: TextAnalyzer
    let segmenter: Segmenter
  }

  private let cleaner = Cleaner()

  init(dictionaries: Dictionaries) throws {
    let segmenter = try Segmenter(dictionary: dictionaries.lexicon.compiled())
    prototype = Mutex(
      AnalyzerBox(analyzer: TextAnalyzer(cleaner: cleaner, segmenter: segmenter), segmenter: segmenter))
  }

  /// Lends an analyzer to `body`.
  func withAnalyzer<Result>(_ body: (TextAnalyzer) throws -> Result) throws -> Result {
    let box =
      try idle.withLock { $0.popLast() }
      ?? prototype.withLock { prototype in
        let segmenter = try prototype.segmenter.copy()
        return AnalyzerBox(
          analyzer: TextAnalyzer(cleaner: cleaner, segmenter: segmenter), segmenter: segmenter)
      }
    defer { idle.withLock { $0.append(box) } }
    return try body(box.analyzer)
  }
}
