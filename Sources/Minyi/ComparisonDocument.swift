public import MinyiAgenda
import MinyiModel
import MinyiStore

/// Two periods, or two workspaces, as they are written to JSON (schema 1).
public struct ComparisonDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// The later period, or this workspace.
  public var now: Side
  /// The period it is compared with, or the other workspace.
  public var before: Side
  /// Opinions without a date, which are in neither period; 0 where whole workspaces are compared.
  public var undated: Int
  /// How many concerns of each kind there are.
  public var kinds: [String: Int]
  /// Kind by kind, the largest shift of people first.
  public var changes: [Change]

  init(now: Side, before: Side, undated: Int, changes: [TopicChange], themes: [ThemeRecord]) {
    let labels = Dictionary(uniqueKeysWithValues: themes.map { ($0.id, $0.label) })
    self.now = now
    self.before = before
    self.undated = undated
    kinds = Dictionary(changes.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +)
    self.changes = changes.map { change in Change(change, theme: change.theme.flatMap { labels[$0] }) }
  }

  /// All opinions of one side.
  public struct Side: Codable, Sendable, Equatable {
    /// Absent where whole workspaces are compared.
    public var from: String?
    /// The last day, which belongs to the period; absent where `from` is.
    public var to: String?
    /// Distinct people; an unknown author counts as one person a text.
    public var people: Int
    /// Opinions, those of no concern too.
    public var posts: Int

    init(_ counts: CaseCounts, _ range: DayRange?) {
      func date(_ day: Int32) -> String { CivilTime(dayNumber: Int(day)).description }
      from = range.map { date($0.first) }
      to = range.map { date($0.last) }
      (people, posts) = (counts.people, counts.posts)
    }
  }

  /// People and posts.
  public struct Counts: Codable, Sendable, Equatable {
    /// Distinct people; an unknown author counts as one person a text.
    public var people: Int
    /// Opinions, copies included.
    public var posts: Int

    init(_ counts: CaseCounts) { (people, posts) = (counts.people, counts.posts) }
  }

  /// A concern.
  public struct Change: Codable, Sendable, Equatable {
    /// What became of it.
    public var kind: ChangeKind
    /// Its number in this workspace; of one that is gone from it, in the other.
    public var concern: Int
    /// The concern of the other workspace that it is compared with; of one that is gone, its number there.
    public var other: Int?
    /// The concern's, in the workspace that numbers it.
    public var label: String
    /// The label of its theme in this workspace; absent where it has none there.
    public var theme: String?
    /// In the later period, or in this workspace.
    public var now: Counts
    /// In the earlier period, or in the other workspace.
    public var before: Counts
    /// Share of all people now over that before; absent where there was none.
    public var ratio: Double?
    /// Bounds of the ratio, 95 %; the upper is absent where there is none.
    public var ratioLow: Double?
    /// The upper bound; absent where there was none before.
    public var ratioHigh: Double?
    /// Two-sided p-value of equal shares, six decimals; absent where there is nobody to compare.
    public var p: Double?

    init(_ change: TopicChange, theme: String?) {
      kind = change.kind
      concern = Int(change.concern.rawValue)
      other = change.other.map { Int($0.rawValue) }
      label = change.label
      self.theme = theme
      (now, before) = (Counts(change.now), Counts(change.before))
      ratio = change.ratio?.ratio?.rounded(toDigits: 4)
      ratioLow = change.ratio?.low.rounded(toDigits: 4)
      ratioHigh = change.ratio?.high?.rounded(toDigits: 4)
      p = change.ratio?.p.rounded(toDigits: 6)
    }
  }
}
