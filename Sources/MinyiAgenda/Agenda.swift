/// The ranked topics for one profile.
public struct Agenda: Sendable, Equatable {
  public var profile: String
  public var lens: Lens
  public var topics: [Topic]
  /// Criteria that the collection does not allow, with the reason.
  public var dropped: [DroppedCriterion]
}
