public import MinyiAgenda

/// Topics with the experts proposed for them, as they are written to JSON (schema 1).
public struct MatchDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// In the order in which they were given, those without a proposal too.
  public var topics: [Entry]

  /// A topic.
  public struct Entry: Codable, Sendable, Equatable {
    /// On the agenda, from 1; 0 for a concern that is off it.
    public var rank: Int
    /// Its number, which lasts from run to run.
    public var concern: Int
    /// As an analyst may have changed it.
    public var label: String
    /// At most three, best first.
    public var experts: [Proposal]
  }

  /// An expert, with the reasons.
  public struct Proposal: Codable, Sendable, Equatable {
    /// As it stands in the file of experts; the line where there is none.
    public var id: String
    /// As it stands in the file of experts; empty where there is none.
    public var name: String
    /// 界别; absent where the file has none.
    public var group: String?
    /// What they know, as it stands in the file.
    public var field: String
    /// Above 0, four decimals; comparable within a topic.
    public var score: Double
    /// Words of the field that the topic's texts have, weightiest first, five at most.
    public var terms: [String]
    /// Proposed departments that the field belongs to.
    public var departments: [String]
  }

  /// For each of `topics` its proposals, which are in the same order.
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
