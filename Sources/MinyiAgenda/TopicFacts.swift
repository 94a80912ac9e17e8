public import MinyiModel

/// A concern with its opinions, as it comes to the agenda.
public struct TopicFacts: Sendable {
  /// Under the number that lasts.
  public var concern: ConcernID
  /// As an analyst may have changed it.
  public var label: String
  /// The one that most of its texts have; nil where none has one.
  public var theme: ThemeID?
  /// All of them, copies included.
  public var opinions: [OpinionFacts]

  /// A concern as it is measured; whether it is hidden is the caller's matter.
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
