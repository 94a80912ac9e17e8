/// One term of a score.
public struct CriterionScore: Sendable, Equatable {
  /// Which criterion it is.
  public var name: CriterionName
  /// What the criterion found: raw value, value, reason.
  public var measure: Measure
  /// The profile's, 0 or more; 0 where the profile does not name the criterion.
  public var weight: Double
  /// 100 · weight · value / sum of weights. The points of a topic add up to its score.
  public var points: Double
}
