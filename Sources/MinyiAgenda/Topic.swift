public import MinyiModel

/// A concern as it stands on the agenda.
public struct Topic: Sendable, Equatable {
  public var rank: Int
  /// Bounds of the rank over resampled people (the middle 90 %).
  public var rankLow: Int
  public var rankHigh: Int
  public var concern: ConcernID
  public var label: String
  public var theme: ThemeID?
  /// 0...100.
  public var score: Double
  public var people: Int
  public var texts: Int
  public var posts: Int
  public var route: Route
  public var criteria: [CriterionScore]
}
