public import MinyiModel

/// A concern in two periods.
public struct TopicChange: Sendable, Equatable {
  /// The number in this workspace; of one that is gone from there, in the other.
  public var concern: ConcernID
  /// The concern's, in the workspace that numbers it.
  public var label: String
  /// Nil where the concern has none, and for one that is gone from the workspace.
  public var theme: ThemeID?
  /// The concern of the other workspace that is about the same, where two are compared.
  public var other: ConcernID?
  /// In the later period, or in this workspace.
  public var now: CaseCounts
  /// In the earlier period, or in the other workspace.
  public var before: CaseCounts
  /// True if it was heard before this period and outside the period before.
  public var isOlder: Bool
  /// True if it was heard after the start of the period before, and before this one, outside both.
  public var isBetween: Bool

  /// Set by `ChangeJudge`.
  public var kind = ChangeKind.unknown
  /// Of people; nil where there is nothing to compare with.
  public var ratio: RateRatio?
  /// People beyond what the period before would let expect.
  public var excess = 0.0

  /// A change that `ChangeJudge` has not looked at: its kind is unknown.
  public init(
    concern: ConcernID, label: String, theme: ThemeID?, now: CaseCounts, before: CaseCounts,
    isOlder: Bool = false, isBetween: Bool = false, other: ConcernID? = nil
  ) {
    self.concern = concern
    self.label = label
    self.theme = theme
    self.now = now
    self.before = before
    self.isOlder = isOlder
    self.isBetween = isBetween
    self.other = other
  }

  /// `topic` counted in two periods; what is between them and before them only tells new from returned.
  public init(_ topic: TopicFacts, now: DayRange, before: DayRange) {
    self.init(
      concern: topic.concern, label: topic.label, theme: topic.theme,
      now: CaseCounts(topic.opinions, within: now), before: CaseCounts(topic.opinions, within: before))
    for opinion in topic.opinions {
      guard let day = opinion.day, day < now.first, !before.contains(day) else { continue }
      isOlder = true
      if day > before.first { isBetween = true }
    }
  }
}
