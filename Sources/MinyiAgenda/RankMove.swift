public import MinyiModel

/// What separates a topic from another of the agenda, and what alone would make it change places.
public struct RankMove: Sendable, Equatable {
  public var rank: Int
  public var concern: ConcernID
  public var label: String
  /// The criterion that the lens orders by, where the two differ in it; nil: the score.
  public var criterion: CriterionName?
  /// What the other has more, in points of the score, or of the criterion's value; negative where it has less.
  public var gap: Double
  /// True where the order is not by the gap but by the quota of a theme.
  public var isByQuota: Bool
  public var levers: [Lever]

  /// A raw value that would close the gap with everything else unchanged.
  public struct Lever: Sendable, Equatable {
    public var name: CriterionName
    public var raw: Double
    public var needed: Double
    public var unit: String
  }
}
