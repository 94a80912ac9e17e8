/// Something to know before a topic is argued over, in the order of weight.
public enum TopicFlag: String, Sendable, Codable, CaseIterable {
  /// One person wrote at least half of the posts.
  case onePerson = "one_person"
  /// Half of the posts or more repeat or nearly repeat another.
  case copies
  /// Fewer than five people.
  case fewPeople = "few_people"
  /// More than half of the posts have no author.
  case unknownAuthors = "unknown_authors"
  /// More than half of the posts have no date.
  case undated
  /// Other people or other weights could move it over the end of the list.
  case unsure
  /// Too far down for a rank interval: its bounds are its rank.
  case notResampled = "not_resampled"
  /// Raised again after a reply.
  case afterReply = "after_reply"
  /// Raised again after silent months.
  case returned

  /// True where the evidence is thin; else it tells of the matter.
  public var isThin: Bool { self != .afterReply && self != .returned }

  /// A word of two characters for tables.
  public var mark: Wording {
    switch self {
    case .onePerson: Wording("一人", "one")
    case .copies: Wording("雷同", "copy")
    case .fewPeople: Wording("人少", "few")
    case .afterReply: Wording("复现", "again")
    case .returned: Wording("再现", "back")
    case .unknownAuthors: Wording("匿名", "anon")
    case .undated: Wording("无期", "date?")
    case .unsure: Wording("未定", "unsure")
    case .notResampled: Wording("未抽", "far")
    }
  }

  /// A clause for readers, with the bound that was passed.
  public var wording: Wording {
    switch self {
    case .onePerson: Wording("一人多诉：至少一半出自同一人", "one person wrote at least half")
    case .copies: Wording("至少一半与其他条雷同", "at least half repeat others")
    case .fewPeople: Wording("不足 5 人", "fewer than 5 people")
    case .afterReply: Wording("答复后再现", "raised again after a reply")
    case .returned: Wording("沉寂后再现", "raised again after silence")
    case .unknownAuthors: Wording("半数以上作者不明", "more than half without an author")
    case .undated: Wording("半数以上没有日期", "more than half without a date")
    case .unsure:
      Wording("换一批人或改动权重，可能进出名单", "other people or weights could move it over the end of the list")
    case .notResampled: Wording("名次靠后，未做抽样", "too far down for a rank interval")
    }
  }

  /// The flags that follow from the opinions of `topic` alone.
  static func flags(
    of topic: TopicFacts, posting: Posting, people: Int, in collection: CollectionFacts,
    returns: Persistence.Returns
  ) -> [TopicFlag] {
    let posts = topic.postCount
    var flags: [TopicFlag] = []
    if posting == .one { flags.append(.onePerson) }
    if posts >= 4, topic.textCount * 2 <= posts { flags.append(.copies) }
    if people < 5 { flags.append(.fewPeople) }
    if returns.afterReply { flags.append(.afterReply) }
    if returns.afterSilence { flags.append(.returned) }
    if collection.hasAuthors, topic.opinions.count(where: { $0.person == nil }) * 2 > posts {
      flags.append(.unknownAuthors)
    }
    if collection.hasTimes, topic.opinions.count(where: { $0.day == nil }) * 2 > posts {
      flags.append(.undated)
    }
    return flags
  }
}
