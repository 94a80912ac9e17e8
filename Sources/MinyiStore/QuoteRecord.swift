public import MinyiModel

/// A verbatim quote: `text` is the opinion's `field` from `start` up to `end`, counted in Unicode scalars.
public struct QuoteRecord: Sendable, Equatable {
  /// The opinion that is quoted: of equal texts the first by key.
  public var opinion: OpinionID
  /// Title or body.
  public var field: OpinionField
  /// The quote's first scalar, from 0.
  public var start: Int
  /// Behind the quote's last scalar.
  public var end: Int
  /// The resident's own characters, personal data masked.
  public var text: String

  /// A quote; nobody checks here that `text` stands between `start` and `end`.
  public init(opinion: OpinionID, field: OpinionField, start: Int, end: Int, text: String) {
    self.opinion = opinion
    self.field = field
    self.start = start
    self.end = end
    self.text = text
  }
}
