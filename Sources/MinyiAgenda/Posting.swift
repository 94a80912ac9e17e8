/// Who writes in a topic: many people, or one over and over.
public enum Posting: String, Sendable, Codable, CaseIterable {
  /// 多人同诉: three people or more, none of whom wrote half of the posts.
  case many
  /// 一人多诉: one person wrote three posts or more, and at least half of all.
  case one
  /// Too few to be either.
  case few
  /// More than half of the posts have no author.
  case unknown

  /// The word for readers.
  public var wording: Wording {
    switch self {
    case .many: Wording("多人同诉", "many people")
    case .one: Wording("一人多诉", "one person")
    case .few: Wording("零星", "few")
    case .unknown: Wording("作者不明", "unknown authors")
    }
  }

  /// How `topic` was written, and the posts of its busiest known author (0 where none is known).
  static func of(_ topic: TopicFacts) -> (posting: Posting, busiest: Int) {
    var counts: [Int32: Int] = [:]
    for case let person? in topic.opinions.map(\.person) { counts[person, default: 0] += 1 }
    let busiest = counts.values.max() ?? 0
    let known = counts.values.reduce(0, +)
    if busiest >= 3, busiest * 2 >= topic.postCount { return (.one, busiest) }
    if known * 2 < topic.postCount { return (.unknown, busiest) }
    return (topic.peopleCount >= 3 && busiest * 2 < topic.postCount ? .many : .few, busiest)
  }
}
