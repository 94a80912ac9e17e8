public import MinyiModel

/// A theme of the last run.
public struct ThemeRecord: Sendable, Equatable {
  public var id: ThemeID
  public var label: String
  public var terms: [WeightedTerm]

  public init(id: ThemeID, label: String, terms: [WeightedTerm]) {
    self.id = id
    self.label = label
    self.terms = terms
  }
}
