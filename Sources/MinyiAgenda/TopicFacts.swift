public import MinyiModel

/// A concern with its opinions, as it comes to the agenda.
public struct TopicFacts: Sendable {
  public var concern: ConcernID
  public var label: String
  public var theme: ThemeID?
  public var opinions: [OpinionFacts]

  public init(concern: ConcernID, label: String, theme: ThemeID?, opinions: [OpinionFacts]) {
    self.concern = concern
    self.label = label
    self.theme = theme
    self.opinions = opinions
  }

  /// Distinct people; an unknown author counts as one person a text.
  public var peopleCount: Int {
    let voices = opinions.map(\.voice).sorted()
    return voices.indices.count { $0 == 0 || voices[$0] != voices[$0 - 1] }
  }

  /// Distinct texts; near copies count as one.
  public var textCount: Int { Set(opinions.map(\.text)).count }

  /// Opinions, copies included.
  public var postCount: Int { opinions.count }
}
