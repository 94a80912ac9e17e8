public import MinyiModel

/// A theme of the last run.
public struct ThemeRecord: Sendable, Equatable {
  /// By size in this run; the next run numbers its themes anew.
  public var id: ThemeID
  /// A word that sets it apart from the other themes, two to six characters, or 其他; no two labels are alike.
  public var label: String
  /// Words that set it apart from the other themes, heaviest first, eight at most.
  public var terms: [WeightedTerm]

  /// A theme under its number.
  public init(id: ThemeID, label: String, terms: [WeightedTerm]) {
    self.id = id
    self.label = label
    self.terms = terms
  }
}
