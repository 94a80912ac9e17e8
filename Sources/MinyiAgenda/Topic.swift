public import MinyiModel

/// A concern as it stands on the agenda.
public struct Topic: Sendable, Equatable {
  /// From 1; 0 where the profile or the lens leaves it out.
  public var rank: Int
  /// Bounds of the rank over resampled people (the middle 90 %).
  public var rankLow: Int
  /// Equal to `rank`, as `rankLow` is, where no people were resampled.
  public var rankHigh: Int
  /// Share of weight draws (each ± 50 %) in which it is on the list; nil where none were made.
  public var keptShare: Double?
  /// The concern behind it, under the number that lasts.
  public var concern: ConcernID
  /// The concern's, as an analyst may have changed it.
  public var label: String
  /// The one that most of its texts have; nil where none has one.
  public var theme: ThemeID?
  /// 0...100.
  public var score: Double
  /// Distinct people; an unknown author counts as one person a text.
  public var people: Int
  /// Distinct texts; near copies count as one.
  public var texts: Int
  /// Opinions, copies included.
  public var posts: Int
  /// Whether many people write or one does over and over.
  public var posting: Posting
  /// Posts of the busiest known author.
  public var busiest: Int
  /// In the order of `TopicFlag`.
  public var flags: [TopicFlag]
  /// What the rule says of it; nil where none is asked for.
  public var gathering: GatheringRule.Finding?
  /// Tier, level and departments that are proposed.
  public var route: Route
  /// Those that the collection allows, in the order of `CriterionName`; their points add up to `score`.
  public var criteria: [CriterionScore]
}
