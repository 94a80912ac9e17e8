/// A concern that the profile does not let onto the agenda, measured all the same.
public struct LeftOut: Sendable, Equatable {
  /// Its rank is 0.
  public var topic: Topic
  /// What keeps it off, a reason for each condition that it does not meet; never empty.
  public var reasons: [Wording]
  /// True where it has fewer people than the profile asks for.
  public var isOfFewPeople: Bool
}
