import MinyiModel

/// Cleans and segments texts, one after the other, with working memory of its own: one for each thread.
public final class TextAnalyzer {
  private let cleaner: Cleaner
  private let segmenter: Segmenter
  /// Cuts by ICU's dictionary alone, if `segmenter` has a lexicon.
  private let pieceSegmenter: Segmenter?
  private var scratch = CleanerScratch()
  private var clean = CleanText()
  private var source = ScratchBuffer<UInt16>()
  private var tokens: [Token] = []
  private var pieces: [Token] = []

  /// - Parameter pieceSegmenter: the segmenter of the pieces that terms are made of; nil: the same.
  public init(cleaner: Cleaner, segmenter: Segmenter, pieceSegmenter: Segmenter? = nil) {
    self.cleaner = cleaner
    self.segmenter = segmenter
    self.pieceSegmenter = pieceSegmenter
  }

  /// An analyzer of the same words for another thread.
  public func copy() throws(TextError) -> TextAnalyzer {
    TextAnalyzer(
      cleaner: cleaner, segmenter: try segmenter.copy(), pieceSegmenter: try pieceSegmenter?.copy())
  }

  /// Calls `body` with the cleaned units of `source`, which is masked, and with the range of every term.
  public func forEachTerm<Result>(
    of source: String, by extractor: TermExtractor, _ body: (UnsafeBufferPointer<UInt16>, Range<Int>) -> Void,
    then result: (UnsafeBufferPointer<UInt16>) throws -> Result
  ) throws -> Result {
    try withUnits(of: source) { units in
      try forEachTerm(ofCleaned: units, by: extractor) { body(units, $0) }
      return try result(units)
    }
  }

  /// Calls `body` with the range of every term of `units`, which are cleaned.
  public func forEachTerm(
    ofCleaned units: UnsafeBufferPointer<UInt16>, by extractor: TermExtractor, _ body: (Range<Int>) -> Void
  ) throws(TextError) {
    try segmenter.segment(units, into: &tokens)
    if let pieceSegmenter {
      try pieceSegmenter.segment(units, into: &pieces)
      extractor.forEachTerm(of: units, pieces: pieces, words: tokens, body)
    } else {
      extractor.forEachTerm(of: units, pieces: tokens, body)
    }
  }

  /// Calls `body` with the cleaned units of `source`, which is masked. They last for the call.
  public func withUnits<Result>(of source: String, _ body: (UnsafeBufferPointer<UInt16>) throws -> Result)
    rethrows -> Result
  {
    normalize(source)
    return try clean.units.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the cleaned units of `source`, which is masked, and their tokens. Both last for the call.
  public func withTokens<Result>(
    of source: String, _ body: (UnsafeBufferPointer<UInt16>, [Token]) throws -> Result
  ) throws -> Result {
    try withUnits(of: source) { units in
      try segmenter.segment(units, into: &tokens)
      return try body(units, tokens)
    }
  }

  /// The segmented form of `source`, which is masked; of its first `limit` cleaned units only, if that is given.
  public func segmented(_ source: String, limit: Int = .max) throws -> SegmentedText {
    normalize(source)
    let count = min(limit, clean.units.count)
    try clean.units.withUnsafeBufferPointer {
      try segmenter.segment(UnsafeBufferPointer(rebasing: $0[..<count]), into: &tokens)
    }
    // The last word may go on.
    if count < clean.units.count, !tokens.isEmpty { tokens.removeLast() }
    return SegmentedText(source: Array(self.source.elements), clean: clean, tokens: tokens)
  }

  /// Leaves the units of `text` in `source`, cleaned in `clean`.
  private func normalize(_ text: String) {
    var text = text
    text.withUTF8 { UnicodeTranscoder.utf16(of: $0, into: &source) }
    cleaner.normalize(source.elements, into: &clean, scratch: &scratch)
  }
}
