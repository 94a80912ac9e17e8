public import MinyiModel
public import MinyiStore

/// Where one opinion went, and how near it is to that place.
public struct OpinionDetail: Sendable {
  public var opinion: Opinion
  public var assignment: AssignmentRecord?
  public var concern: ConcernRecord?
  public var theme: String?
  /// Opinions in the same concern.
  public var companions: Int
}
