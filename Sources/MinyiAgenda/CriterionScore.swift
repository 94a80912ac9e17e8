/// One term of a score.
public struct CriterionScore: Sendable, Equatable {
  public var name: CriterionName
  public var measure: Measure
  public var weight: Double
  /// 100 · weight · value / sum of weights. The points of a topic add up to its score.
  public var points: Double
}
