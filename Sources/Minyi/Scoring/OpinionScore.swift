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
    /// Under the number that lasts.
    public var concern: ConcernID
    /// As an analyst may have changed it.
    public var label: String
    /// The cosine to the concern's centroid, as `show --members` gives it, 0...1.
    public var similarity: Double
  }

  /// A theme with its probability among all themes.
  public struct ThemeMatch: Sendable, Equatable {
    /// The theme of the last run.
    public var theme: ThemeID
    /// As the run named it.
    public var label: String
    /// 0...1; those of all themes add up to 1.
    public var probability: Double
  }

  /// A text of the workspace with the same words, or nearly the same.
  public struct Copy: Sendable, Equatable {
    /// The id of the first of its opinions.
    public var opinion: String
    /// Opinions of the workspace with this text.
    public var count: Int
    /// 1 for the same text; else the share of runs of four characters that both have, as their sketches tell it, 0.8...1.
    public var similarity: Double
  }

  /// By the likeness to `nearest`; `known` for a text that is in that concern already.
  public var status: Status
  /// The nearest concern; nil where none shares a word that tells it from others.
  public var nearest: Match?
  /// The best of the others that were looked at; nil where there was none.
  public var runnerUp: Match?
  /// nil for a text without a known word.
  public var theme: ThemeMatch?
  /// 0 (nothing grave) to 3 (danger to life, health or livelihood).
  public var severity: Int
  /// The grave words that occur, six a title or body at most.
  public var severityWords: [String]
  /// The words by which the writer asks for something to be done.
  public var requests: [String]
  /// How soon somebody should look at it.
  public var priority: Priority
  /// The same text, else the likest near copy; nil where the workspace has none.
  public var copy: Copy?
  /// With personal data replaced by tags.
  public var title: String
  /// With personal data replaced by tags.
  public var body: String
}
