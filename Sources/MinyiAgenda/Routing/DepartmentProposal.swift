/// A department proposed for a topic.
public struct DepartmentProposal: Sendable, Equatable {
  /// As the dictionary of departments has it.
  public var name: String
  /// Opinions that point to it.
  public var count: Int
  /// The terms that point to it.
  public var terms: [String]
}
