public import MinyiModel

/// What is counted and grouped by of an opinion.
public struct AgendaColumns: Sendable {
  /// When it was sent in; nil where that is not known.
  public var time: CivilTime?
  /// Who wrote it, under the workspace's key; nil where that is not known.
  public var author: AuthorHash?
  /// As the file names it; nil where it does not.
  public var place: String?
  /// As the file names it; nil where it does not. No criterion looks at it; terms and coherence can be grouped by it.
  public var channel: String?
  /// Nil where the file does not say, which is not 0.
  public var likes: Int?
  /// Nil where the file does not say, which is not 0.
  public var dislikes: Int?
  /// When the office answered; nil where that is not known.
  public var repliedAt: CivilTime?
}
