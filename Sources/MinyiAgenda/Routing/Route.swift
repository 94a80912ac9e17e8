/// Who should take up a topic, and at which level, with the reasons.
public struct Route: Sendable, Equatable {
  /// Which round of consultation is proposed.
  public var tier: Tier
  /// What the tier goes by.
  public var tierReason: Wording
  /// Nil where neither places nor departments tell.
  public var level: PlaceLevel?
  /// What the level goes by; where it is nil, that nothing tells.
  public var levelReason: Wording
  /// Those that a quarter of the opinions point to, most opinions first, three at most; empty where words point to
  /// none.
  public var departments: [DepartmentProposal]
}
