public import MinyiModel

/// A concern as it stands on the agenda.
public struct Topic: Sendable, Equatable {
  public var rank: Int
  /// Bounds of the rank over resampled people (the middle 90 %).
  public var rankLow: Int
  public var rankHigh: Int
  /// Share of weight draws (each ± 50 %) in which it is on the list; nil where none were made.
  public var keptShare: Double?
  public var concern: ConcernID
  public var label: String
  public var theme: ThemeID?
  /// 0...100.
  public var score: Double
  public var people: Int
  public var texts: Int
  public var posts: Int
  public var posting: Posting
  /// Posts of the busiest known author.
  public var busiest: Int
  /// In the order of `TopicFlag`.
  public var flags: [TopicFlag]
  /// What the rule says of it; nil where none is asked for.
  public var gathering: GatheringRule.Finding?
  public var route: Route
  public var criteria: [CriterionScore]
}
