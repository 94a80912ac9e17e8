public import MinyiAgenda

/// Topics with the experts proposed for them, as they are written to JSON (schema 1).
public struct MatchDocument: Codable, Sendable, Equatable {
  public var schema = 1
  public var topics: [Entry]

  /// A topic.
  public struct Entry: Codable, Sendable, Equatable {
    public var rank: Int
    public var concern: Int
    public var label: String
    /// At most three, best first.
    public var experts: [Proposal]
  }

  /// An expert, with the reasons.
  public struct Proposal: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var group: String?
    public var field: String
    public var score: Double
    public var terms: [String]
    public var departments: [String]
  }

  public init(_ topics: [Topic], _ proposals: [[ExpertProposal]]) {
    self.topics = zip(topics, proposals).map { topic, proposals in
      Entry(
        rank: topic.rank, concern: Int(topic.concern.rawValue), label: topic.label,
        experts: proposals.map { proposal in
          Proposal(
            id: proposal.expert.id, name: proposal.expert.name, group: proposal.expert.group,
            field: proposal.expert.field, score: proposal.score.rounded(toDigits: 4), terms: proposal.terms,
            departments: proposal.departments)
        })
    }
  }
}
