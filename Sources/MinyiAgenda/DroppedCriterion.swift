/// A criterion that takes no weight, and why.
public struct DroppedCriterion: Sendable, Equatable {
  /// Which criterion it is.
  public var name: CriterionName
  /// What the collection lacks, such as a column or half a year.
  public var reason: Wording
}
