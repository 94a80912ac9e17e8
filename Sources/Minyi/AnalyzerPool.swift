import MinyiText
import Synchronization

/// Text analyzers for any number of threads: each is used by one thread at a time.
final class AnalyzerPool: Sendable {
  private let idle = Mutex<[AnalyzerBox]>([])
  private let prototype: Mutex<AnalyzerBox>

  /// Moves an analyzer between threads. Safe because the pool lends each box to one thread at a time.
  private struct AnalyzerBox: @unchecked Sendable {
    let analyzer: TextAnalyzer
  }

  private let cleaner = Cleaner()

  convenience init(dictionaries: Dictionaries) throws {
    try self.init(
      dictionary: dictionaries.lexicon.compiled(),
      pieceSegmenter: dictionaries.lexicon.isEmpty ? nil : Segmenter())
  }

  /// Analyzers by `dictionary` as it is; terms are made of its tokens where there is no `pieceSegmenter`.
  init(dictionary: CompiledDictionary, pieceSegmenter: Segmenter? = nil) throws {
    let segmenter = try Segmenter(dictionary: dictionary)
    prototype = Mutex(
      AnalyzerBox(
        analyzer: TextAnalyzer(cleaner: cleaner, segmenter: segmenter, pieceSegmenter: pieceSegmenter)))
  }

  /// Lends an analyzer to `body`.
  func withAnalyzer<Result>(_ body: (TextAnalyzer) throws -> Result) throws -> Result {
    let box =
      try idle.withLock { $0.popLast() }
      ?? prototype.withLock { AnalyzerBox(analyzer: try $0.analyzer.copy()) }
    defer { idle.withLock { $0.append(box) } }
    return try body(box.analyzer)
  }
}
