public import MinyiModel

/// A concern of the last run.
public struct ConcernRecord: Sendable, Equatable {
  /// Lasts from run to run; a part that was split off by hand has a new one.
  public var id: ConcernID
  /// A phrase from its texts, or what an analyst called it. No two mined labels are alike.
  public var label: String
  /// The theme that most of its texts have; nil where none of them has one.
  public var theme: ThemeID?
  /// Its key terms, heaviest first, eight at most; none is part of another.
  public var terms: [WeightedTerm]
  /// Sentences of its texts, the most typical text's first; three at most.
  public var quotes: [QuoteRecord]
  /// True if an analyst took it off the agenda.
  public var isHidden = false

  /// A concern that nobody hid.
  public init(id: ConcernID, label: String, theme: ThemeID?, terms: [WeightedTerm], quotes: [QuoteRecord]) {
    self.id = id
    self.label = label
    self.theme = theme
    self.terms = terms
    self.quotes = quotes
  }
}
