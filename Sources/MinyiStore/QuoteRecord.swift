public import MinyiModel

/// A verbatim quote: `text` is the opinion's `field` from `start` up to `end`, counted in Unicode scalars.
public struct QuoteRecord: Sendable, Equatable {
  public var opinion: OpinionID
  public var field: OpinionField
  public var start: Int
  public var end: Int
  public var text: String

  public init(opinion: OpinionID, field: OpinionField, start: Int, end: Int, text: String) {
    self.opinion = opinion
    self.field = field
    self.start = start
    self.end = end
    self.text = text
  }
}
