public import MinyiModel

/// A concern of the last run.
public struct ConcernRecord: Sendable, Equatable {
  public var id: ConcernID
  public var label: String
  public var theme: ThemeID?
  public var terms: [WeightedTerm]
  public var quotes: [QuoteRecord]
  /// True if an analyst took it off the agenda.
  public var isHidden = false

  public init(id: ConcernID, label: String, theme: ThemeID?, terms: [WeightedTerm], quotes: [QuoteRecord]) {
    self.id = id
    self.label = label
    self.theme = theme
    self.terms = terms
    self.quotes = quotes
  }
}
