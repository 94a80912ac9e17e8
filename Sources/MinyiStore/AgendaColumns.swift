public import MinyiModel

/// What is counted and grouped by of an opinion.
public struct AgendaColumns: Sendable {
  public var time: CivilTime?
  public var author: AuthorHash?
  public var place: String?
  public var channel: String?
  public var likes: Int?
  public var dislikes: Int?
  public var repliedAt: CivilTime?
}
