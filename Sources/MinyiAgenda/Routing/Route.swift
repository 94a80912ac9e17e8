/// Who should take up a topic, and at which level, with the reasons.
public struct Route: Sendable, Equatable {
  public var tier: Tier
  public var tierReason: Wording
  /// Nil where neither places nor departments tell.
  public var level: PlaceLevel?
  public var levelReason: Wording
  public var departments: [DepartmentProposal]
}
