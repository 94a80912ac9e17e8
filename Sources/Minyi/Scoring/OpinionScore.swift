public import MinyiModel

/// What a workspace knows about one opinion that is new to it: see <doc:BulkScoring>.
public struct OpinionScore: Sendable, Equatable {
  /// Whether the opinion is about something that residents have raised before.
  public enum Status: String, Sendable, CaseIterable {
    /// As like its concern as nine of ten members are.
    case known
    /// Less than that, and more than seven tenths of it.
    case borderline
    /// Like no concern.
    case new
  }

  /// A concern with the likeness to it.
  public struct Match: Sendable, Equatable {
    public var concern: ConcernID
    public var label: String
    /// The cosine to the concern's centroid, as `show --members` gives it, 0...1.
    public var similarity: Double
  }

  /// A theme with its probability among all themes.
  public struct ThemeMatch: Sendable, Equatable {
    public var theme: ThemeID
    public var label: String
    public var probability: Double
  }

  /// A text of the workspace with the same words.
  public struct Copy: Sendable, Equatable {
    /// The id of the first of its opinions.
    public var opinion: String
    /// Opinions of the workspace with this text.
    public var count: Int
  }

  public var status: Status
  /// The nearest concern; nil where none shares a word that tells it from others.
  public var nearest: Match?
  public var runnerUp: Match?
  /// nil for a text without a known word.
  public var theme: ThemeMatch?
  /// 0 (nothing grave) to 3 (danger to life, health or livelihood).
  public var severity: Int
  public var severityWords: [String]
  /// The words by which the writer asks for something to be done.
  public var requests: [String]
  public var priority: Priority
  public var copy: Copy?
  /// With personal data replaced by tags.
  public var title: String
  public var body: String
}
