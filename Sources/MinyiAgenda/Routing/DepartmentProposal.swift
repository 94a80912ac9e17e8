/// A department proposed for a topic.
public struct DepartmentProposal: Sendable, Equatable {
  public var name: String
  /// Opinions that point to it.
  public var count: Int
  /// The terms that point to it.
  public var terms: [String]
}
