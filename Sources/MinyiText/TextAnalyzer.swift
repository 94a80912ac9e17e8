/// Cleans and segments texts, one after the other, with working memory of its own: one for each thread.
public final class TextAnalyzer {
  private let cleaner: Cleaner
  private let segmenter: Segmenter
  private var scratch = CleanerScratch()
  private var clean = CleanText()
  private var tokens: [Token] = []

  public init(cleaner: Cleaner, segmenter: Segmenter) {
    self.cleaner = cleaner
    self.segmenter = segmenter
  }

  /// Calls `body` with the cleaned units of `source`, which is masked, and their tokens. Both last for the call.
  public func withTokens<Result>(
    of source: String, _ body: (UnsafeBufferPointer<UInt16>, [Token]) throws -> Result
  ) throws -> Result {
    Array(source.utf16).withUnsafeBufferPointer { cleaner.normalize($0, into: &clean, scratch: &scratch) }
    return try clean.units.withUnsafeBufferPointer { units in
      try segmenter.segment(units, into: &tokens)
      return try body(units, tokens)
    }
  }

  /// The segmented form of `source`, which is masked.
  public func segmented(_ source: String) throws -> SegmentedText {
    let units = Array(source.utf16)
    units.withUnsafeBufferPointer { cleaner.normalize($0, into: &clean, scratch: &scratch) }
    try clean.units.withUnsafeBufferPointer { try segmenter.segment($0, into: &tokens) }
    return SegmentedText(source: units, clean: clean, tokens: tokens)
  }
}
