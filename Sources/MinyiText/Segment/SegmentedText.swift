/// A text with its cleaned form and the tokens that tile it.
public struct SegmentedText: Sendable {
  /// The text as it is kept: personal data masked, otherwise verbatim.
  public var source: [UInt16]
  /// The units that tokens are ranges of, each with the part of `source` it stems from.
  public var clean: CleanText
  /// Over `clean`.
  public var tokens: [Token]

  /// A text whose parts were made elsewhere; `tokens` must tile `clean`.
  public init(source: [UInt16], clean: CleanText, tokens: [Token]) {
    self.source = source
    self.clean = clean
    self.tokens = tokens
  }

  /// The characters of the cleaned text in `range`.
  public func string(_ range: Range<Int>) -> String { String(decoding: clean.units[range], as: UTF16.self) }

  /// The resident's own characters behind `range` of the cleaned text.
  public func sourceString(_ range: Range<Int>) -> String {
    String(decoding: source[clean.sourceRange(range)], as: UTF16.self)
  }
}
