public import MinyiModel

/// The ranked topics for one profile.
public struct Agenda: Sendable, Equatable {
  /// The name of the profile.
  public var profile: String
  /// What the topics are ordered by.
  public var lens: Lens
  /// Topics on the list that shares and flags speak of.
  public var first: Int
  /// What each topic is held against in `Topic.gathering`; nil where none is asked for.
  public var rule: GatheringRule?
  /// By rank, from 1; all that the profile and the lens let on, not only the first.
  public var topics: [Topic]
  /// Concerns that the profile or the lens keeps off, by score.
  public var leftOut: [LeftOut]
  /// Criteria that the collection does not allow, with the reason.
  public var dropped: [DroppedCriterion]

  /// The topic of `concern`, ranked or left out.
  public func topic(of concern: ConcernID) -> Topic? {
    topics.first { $0.concern == concern } ?? leftOut.first { $0.topic.concern == concern }?.topic
  }
}
