public import MinyiAgenda

/// Why a concern stands where it does on an agenda, or why it does not.
public struct TopicExplanation: Sendable {
  /// Its rank is 0 where it is off the agenda.
  public var topic: Topic
  /// The whole agenda that it was looked for in.
  public var agenda: Agenda
  /// What separates it from the topic above; nil for the first.
  public var up: RankMove?
  /// What separates it from the topic below; nil for the last.
  public var down: RankMove?
  /// What separates it from the last topic of the list; nil for one that is on it.
  public var toList: RankMove?
  /// Why it is off the agenda; empty where it is not.
  public var reasonsLeftOut: [Wording]
  /// Of its concern, three at most.
  public var quotes: [AgendaDocument.Quote]
  /// For each criterion of the topic the ids of opinions it rests on, at most five.
  public var evidence: [[String]]

  /// The criteria in which the last topic of the list is ahead, most points first; empty for a topic on the list.
  public var behind: [(name: CriterionName, points: Double, other: Double)] {
    guard topic.rank > agenda.first, agenda.topics.indices.contains(agenda.first - 1) else { return [] }
    let last = agenda.topics[agenda.first - 1]
    return zip(topic.criteria, last.criteria).filter { $0.points < $1.points }
      .map { (name: $0.name, points: $0.points, other: $1.points) }
      .sorted { $0.other - $0.points > $1.other - $1.points }
  }
}
