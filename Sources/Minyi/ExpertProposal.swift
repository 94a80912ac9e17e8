/// An expert for a topic, with the reasons.
public struct ExpertProposal: Sendable, Equatable {
  /// Who is proposed.
  public var expert: Expert
  /// Above 0; comparable within a topic.
  public var score: Double
  /// Words of the field that the topic's texts have, weightiest first.
  public var terms: [String]
  /// Proposed departments that the field belongs to.
  public var departments: [String]
}
