/// The columns of an opinion file that Minyi understands.
public enum OpinionField: String, CaseIterable, Sendable, Hashable {
  /// `title` and `body` are the texts that are mined; `id` becomes the opinion's key.
  case id, title, body, time, author, place, channel, likes, dislikes, reply
  /// When the office replied.
  case repliedAt = "replied_at"

  /// The position in `allCases`, for arrays indexed by field.
  public var position: Int {
    switch self {
    case .id: 0
    case .title: 1
    case .body: 2
    case .time: 3
    case .author: 4
    case .place: 5
    case .channel: 6
    case .likes: 7
    case .dislikes: 8
    case .reply: 9
    case .repliedAt: 10
    }
  }
}
