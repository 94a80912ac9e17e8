/// Who should take up a topic, with the reason.
public struct Route: Sendable, Equatable {
  public var tier: Tier
  public var tierReason: Wording
  public var departments: [DepartmentProposal]
}
