/// A criterion that takes no weight, and why.
public struct DroppedCriterion: Sendable, Equatable {
  public var name: CriterionName
  public var reason: Wording
}
