public import MinyiAgenda
import MinyiModel
public import MinyiStore

/// An agenda as it is written to JSON: the documented, versioned form (schema 1). Keys are English and stay.
public struct AgendaDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// The name of the profile.
  public var profile: String
  /// `top`, `rising`, `lasting` or `severe`.
  public var lens: String
  /// Topics on the list that `keptShare` speaks of.
  public var first: Int
  /// What `gathering` of the topics answers; absent where none was asked for.
  public var rule: Rule?
  /// By rank, from 1, as many as were asked for.
  public var topics: [Entry]
  /// Criteria that take no weight, in the order of `CriterionName`.
  public var dropped: [Dropped]
  /// Concerns that profile or lens keep off, by score, as many as topics were asked for.
  public var leftOut: [LeftOut]
  /// All of these.
  public var leftOutCount: Int

  /// One topic.
  public struct Entry: Codable, Sendable, Equatable {
    /// From 1.
    public var rank: Int
    /// Bounds of the rank over resampled people, the middle 90 %; the rank itself where none were resampled.
    public var rankLow: Int
    /// The lower place; see `rankLow`.
    public var rankHigh: Int
    /// Share of draws of the weights (each ± 50 %) in which it is among the first.
    public var keptShare: Double?
    /// Its number, which lasts from run to run.
    public var concern: Int
    /// As an analyst may have changed it.
    public var label: String
    /// The label of the theme that most of its texts have; absent where none has one.
    public var theme: String?
    /// 0...100, two decimals; the points of the criteria add up to it but for rounding.
    public var score: Double
    /// Distinct people; an unknown author counts as one person a text.
    public var people: Int
    /// Distinct texts; near copies count as one.
    public var texts: Int
    /// Opinions, copies included.
    public var posts: Int
    /// `many`, `one`, `few` or `unknown`.
    public var posting: String
    /// Posts of the busiest known author.
    public var busiest: Int
    /// Names of `TopicFlag`, in its order.
    public var flags: [String]
    /// What the rule says of it; absent where none was asked for.
    public var gathering: Gathering?
    /// `county`, `committee` or `town`.
    public var tier: String
    /// What the tier goes by, in the language that was picked.
    public var tierReason: String
    /// `village`, `town`, `county` or `city`; absent where nothing tells.
    public var level: String?
    /// What the level goes by; where it is absent, that nothing tells.
    public var levelReason: String
    /// Names of those that words point to, most opinions first, three at most.
    public var departments: [String]
    /// Key terms, heaviest first, eight at most.
    public var terms: [String]
    /// Those that the collection allows, in the order of `CriterionName`.
    public var criteria: [Criterion]
    /// Of its typical texts, three at most.
    public var quotes: [Quote]
  }

  /// One term of the score.
  public struct Criterion: Codable, Sendable, Equatable {
    /// A name of `CriterionName`.
    public var name: String
    /// In `unit`, four decimals.
    public var raw: Double
    /// `people`, `texts`, `places`, `months`, `cases`, `likes`, `grade` or `departments`.
    public var unit: String
    /// 0...1 by the criterion's curve, four decimals.
    public var value: Double
    /// False where there is too little to tell.
    public var known: Bool
    /// The profile's, 0 or more.
    public var weight: Double
    /// 100 · weight · value / sum of weights, two decimals.
    public var points: Double
    /// How the value came about, in the language that was picked.
    public var reason: String
    /// Ids of opinions that it rests on, at most five.
    public var opinions: [String]
  }

  /// The rule "at least so many people within so many days".
  public struct Rule: Codable, Sendable, Equatable {
    /// The least number of distinct people, 1 or more.
    public var people: Int
    /// The length of the window in days, 1 or more.
    public var days: Int
  }

  /// What the rule says of a topic.
  public struct Gathering: Codable, Sendable, Equatable {
    /// `reached`, `not_reached` or `cannot_tell`.
    public var answer: String
    /// Most people in any such window.
    public var people: Int
    /// The first such window, `2025-01-31`; absent where no opinion has a date.
    public var from: String?
    /// The last day of an opinion in that window; absent where `from` is.
    public var to: String?
    /// People with an opinion without a date.
    public var undated: Int
  }

  /// A concern that is not on the agenda.
  public struct LeftOut: Codable, Sendable, Equatable {
    /// Its number, which lasts from run to run.
    public var concern: Int
    /// As an analyst may have changed it.
    public var label: String
    /// What it would have on the agenda, 0...100, two decimals.
    public var score: Double
    /// Distinct people; an unknown author counts as one person a text.
    public var people: Int
    /// Opinions, copies included.
    public var posts: Int
    /// `many`, `one`, `few` or `unknown`.
    public var posting: String
    /// One for each condition that it does not meet, in the language that was picked.
    public var reasons: [String]
  }

  /// A verbatim quote. `start` and `end` count Unicode scalars of the opinion's `field`.
  public struct Quote: Codable, Sendable, Equatable {
    /// The opinion's id; empty where the workspace does not have it any more.
    public var opinion: String
    /// `title` or `body`.
    public var field: String
    /// The first scalar, from 0.
    public var start: Int
    /// Behind the last scalar.
    public var end: Int
    /// The resident's own characters between the two.
    public var text: String
  }

  /// A criterion that the columns do not allow.
  public struct Dropped: Codable, Sendable, Equatable {
    /// A name of `CriterionName`.
    public var name: String
    /// What the collection lacks, in the language that was picked.
    public var reason: String
  }
}

extension Workspace {
  /// The first `top` topics of `agenda` with labels, key terms and quotes of `results`.
  public func document(
    of agenda: Agenda, results: RunResult, top: Int, pick: (Wording) -> String = { $0.zh }
  ) throws -> AgendaDocument {
    let concerns = Dictionary(uniqueKeysWithValues: results.concerns.map { ($0.id, $0) })
    let themes = Dictionary(uniqueKeysWithValues: results.themes.map { ($0.id, $0.label) })
    let shown = agenda.topics.prefix(top)
    let keys = try store.keys()
    let entries = shown.map { topic in
      let concern = concerns[topic.concern]
      return AgendaDocument.Entry(
        rank: topic.rank, rankLow: topic.rankLow, rankHigh: topic.rankHigh,
        keptShare: topic.keptShare?.rounded(toDigits: 4), concern: Int(topic.concern.rawValue),
        label: topic.label, theme: topic.theme.flatMap { themes[$0] },
        score: topic.score.rounded(toDigits: 2), people: topic.people, texts: topic.texts, posts: topic.posts,
        posting: topic.posting.rawValue, busiest: topic.busiest,
        flags: topic.flags.map(\.rawValue), gathering: topic.gathering.map { AgendaDocument.Gathering($0) },
        tier: topic.route.tier.rawValue, tierReason: pick(topic.route.tierReason),
        level: topic.route.level?.name, levelReason: pick(topic.route.levelReason),
        departments: topic.route.departments.map(\.name), terms: concern?.terms.map(\.term) ?? [],
        criteria: topic.criteria.map { AgendaDocument.Criterion($0, keys, pick: pick) },
        quotes: (concern?.quotes ?? []).map { AgendaDocument.Quote($0, opinion: keys[$0.opinion] ?? "") })
    }
    return AgendaDocument(
      profile: agenda.profile, lens: agenda.lens.rawValue, first: agenda.first,
      rule: agenda.rule.map { AgendaDocument.Rule(people: $0.people, days: $0.days) }, topics: entries,
      dropped: agenda.dropped.map { AgendaDocument.Dropped(name: $0.name.rawValue, reason: pick($0.reason)) },
      leftOut: agenda.leftOut.prefix(top).map { entry in
        AgendaDocument.LeftOut(
          concern: Int(entry.topic.concern.rawValue), label: entry.topic.label,
          score: entry.topic.score.rounded(toDigits: 2), people: entry.topic.people, posts: entry.topic.posts,
          posting: entry.topic.posting.rawValue, reasons: entry.reasons.map(pick))
      }, leftOutCount: agenda.leftOut.count)
  }
}

extension AgendaDocument.Quote {
  /// `record` with the key of its opinion.
  init(_ record: QuoteRecord, opinion key: String) {
    self.init(
      opinion: key, field: record.field.rawValue, start: record.start, end: record.end, text: record.text)
  }
}

extension AgendaDocument.Criterion {
  fileprivate init(_ score: CriterionScore, _ keys: [OpinionID: String], pick: (Wording) -> String) {
    self.init(
      name: score.name.rawValue, raw: score.measure.raw.rounded(toDigits: 4), unit: score.measure.unit,
      value: score.measure.value.rounded(toDigits: 4), known: score.measure.isKnown, weight: score.weight,
      points: score.points.rounded(toDigits: 2),
      reason: pick(score.measure.reason), opinions: score.measure.evidence.firstKeys(keys))
  }
}

extension AgendaDocument.Gathering {
  fileprivate init(_ finding: GatheringRule.Finding) {
    func date(_ day: Int32?) -> String? { day.map { CivilTime(dayNumber: Int($0)).description } }
    self.init(
      answer: finding.answer.rawValue, people: finding.people, from: date(finding.firstDay),
      to: date(finding.lastDay), undated: finding.undated)
  }
}

extension Double {
  /// For output: the same digits whatever the last bits are.
  func rounded(toDigits digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
