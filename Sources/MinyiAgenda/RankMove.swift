public import MinyiModel

/// What separates a topic from another of the agenda, and what alone would make it change places.
public struct RankMove: Sendable, Equatable {
  /// The other topic's.
  public var rank: Int
  /// The other topic's.
  public var concern: ConcernID
  /// The other topic's.
  public var label: String
  /// The criterion that the lens orders by, where the two differ in it; nil: the score.
  public var criterion: CriterionName?
  /// What the other has more, in points of the score, or of the criterion's value; negative where it has less.
  public var gap: Double
  /// True where the order is not by the gap but by the quota of a theme.
  public var isByQuota: Bool
  /// In the order of `CriterionName`, each enough alone; empty where no criterion could, and where the quota decides.
  public var levers: [Lever]

  /// A raw value that would close the gap with everything else unchanged.
  public struct Lever: Sendable, Equatable {
    /// The criterion that would change.
    public var name: CriterionName
    /// The topic's own value now, in `unit`.
    public var raw: Double
    /// What it would have to be, in `unit`; counts are whole.
    public var needed: Double
    /// As `Measure.unit`.
    public var unit: String
  }
}
