/// The rule "at least so many people within so many days", as rules of procedure have it.
public struct GatheringRule: Sendable, Equatable {
  /// The least number of distinct people, 1 or more.
  public var people: Int
  /// The length of the window, 1 or more, its first and last day included.
  public var days: Int

  /// The rule of `people` within `days`; neither is checked.
  public init(people: Int, days: Int) {
    self.people = people
    self.days = days
  }

  /// Whether a topic meets the rule.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    /// Within some window there are enough people, all of them with dates.
    case reached
    /// Even with all undated opinions in one window there would be too few.
    case notReached = "not_reached"
    /// Opinions without a date could make it reached.
    case cannotTell = "cannot_tell"

    /// The word for readers.
    public var wording: Wording {
      switch self {
      case .reached: Wording("达到", "reached")
      case .notReached: Wording("未达到", "not reached")
      case .cannotTell: Wording("无法判断", "cannot tell")
      }
    }
  }

  /// What the rule says of a topic.
  public struct Finding: Sendable, Equatable {
    /// What the other numbers come to.
    public var answer: Answer
    /// Most people in any window of the rule's days.
    public var people: Int
    /// First and last day with an opinion in the earliest such window; nil where no opinion has a date.
    public var firstDay: Int32?
    /// The last such day; nil together with `firstDay`.
    public var lastDay: Int32?
    /// People with an opinion without a date.
    public var undated: Int

    /// A sentence part for readers: the answer and the people that it goes by.
    public var wording: Wording {
      switch answer {
      case .reached, .notReached:
        Wording("\(answer.wording.zh)：最多 \(people) 人", "\(answer.wording.en): \(people) people at most")
      case .cannotTell:
        Wording(
          "无法判断：有日期的最多 \(people) 人，另有 \(undated) 人的意见没有日期",
          "cannot tell: \(people) people with a date at most, \(undated) without")
      }
    }
  }

  /// What the rule says of `topic`. O(n log n) for n opinions.
  func finding(for topic: TopicFacts) -> Finding {
    let undated = Set(topic.opinions.filter { $0.day == nil }.map(\.voice))
    let dated = topic.opinions.compactMap { opinion in opinion.day.map { (day: $0, voice: opinion.voice) } }
      .sorted { ($0.day, $0.voice) < ($1.day, $1.voice) }
    var finding = Finding(answer: .notReached, people: 0, firstDay: nil, lastDay: nil, undated: undated.count)
    // Most people that a window could have if every undated opinion fell into it.
    var possible = undated.count
    var counts: [Int64: Int] = [:]
    var undatedWithin = 0
    var start = 0
    for end in dated.indices {
      if counts[dated[end].voice, default: 0] == 0, undated.contains(dated[end].voice) { undatedWithin += 1 }
      counts[dated[end].voice, default: 0] += 1
      while Int(dated[end].day) - Int(dated[start].day) >= days {
        let voice = dated[start].voice
        counts[voice, default: 0] -= 1
        if counts[voice] == 0 {
          counts[voice] = nil
          if undated.contains(voice) { undatedWithin -= 1 }
        }
        start += 1
      }
      if counts.count > finding.people {
        (finding.people, finding.firstDay, finding.lastDay) = (counts.count, dated[start].day, dated[end].day)
      }
      possible = max(possible, counts.count + undated.count - undatedWithin)
    }
    if finding.people >= people {
      finding.answer = .reached
    } else if possible >= people {
      finding.answer = .cannotTell
    }
    return finding
  }
}

extension GatheringRule {
  /// A rule from text such as `people=5,days=30`.
  public init(_ text: String) throws(ProfileError) {
    var values: [String: Int] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      guard sides.count == 2, ["people", "days"].contains(sides[0]), values[sides[0]] == nil,
        let value = Int(sides[1]), GatheringRule.range.contains(value)
      else { throw .badRule(text: String(part)) }
      values[sides[0]] = value
    }
    guard let people = values["people"], let days = values["days"] else { throw .badRule(text: text) }
    self.init(people: people, days: days)
  }

  static let range = 1...1_000_000
}
