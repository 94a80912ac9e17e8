public import MinyiAgenda
import MinyiModel
public import MinyiStore

/// An agenda as it is written to JSON: the documented, versioned form (schema 1). Keys are English and stay.
public struct AgendaDocument: Codable, Sendable, Equatable {
  public var schema = 1
  public var profile: String
  public var lens: String
  public var topics: [Entry]
  public var dropped: [Dropped]

  /// One topic.
  public struct Entry: Codable, Sendable, Equatable {
    public var rank: Int
    public var rankLow: Int
    public var rankHigh: Int
    public var concern: Int
    public var label: String
    public var theme: String?
    /// 0...100, two decimals; the points of the criteria add up to it but for rounding.
    public var score: Double
    public var people: Int
    public var texts: Int
    public var posts: Int
    public var tier: String
    public var tierReason: String
    public var departments: [String]
    public var terms: [String]
    public var criteria: [Criterion]
    public var quotes: [Quote]
  }

  /// One term of the score.
  public struct Criterion: Codable, Sendable, Equatable {
    public var name: String
    public var raw: Double
    public var unit: String
    public var value: Double
    public var weight: Double
    public var points: Double
    public var reason: String
  }

  /// A verbatim quote. `start` and `end` count Unicode scalars of the opinion's `field`.
  public struct Quote: Codable, Sendable, Equatable {
    public var opinion: String
    public var field: String
    public var start: Int
    public var end: Int
    public var text: String
  }

  /// A criterion that the columns do not allow.
  public struct Dropped: Codable, Sendable, Equatable {
    public var name: String
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
    let quoted = shown.flatMap { concerns[$0.concern]?.quotes.map(\.opinion) ?? [] }
    let keys = Dictionary(
      try store.opinions(Set(quoted)).map { ($0.id, $0.opinion.key) }, uniquingKeysWith: { first, _ in first }
    )
    let entries = shown.map { topic in
      let concern = concerns[topic.concern]
      return AgendaDocument.Entry(
        rank: topic.rank, rankLow: topic.rankLow, rankHigh: topic.rankHigh,
        concern: Int(topic.concern.rawValue), label: topic.label, theme: topic.theme.flatMap { themes[$0] },
        score: topic.score.rounded(toDigits: 2), people: topic.people, texts: topic.texts, posts: topic.posts,
        tier: topic.route.tier.rawValue, tierReason: pick(topic.route.tierReason),
        departments: topic.route.departments.map(\.name), terms: concern?.terms.map(\.term) ?? [],
        criteria: topic.criteria.map { AgendaDocument.Criterion($0, pick: pick) },
        quotes: (concern?.quotes ?? []).map { AgendaDocument.Quote($0, opinion: keys[$0.opinion] ?? "") })
    }
    return AgendaDocument(
      profile: agenda.profile, lens: agenda.lens.rawValue, topics: entries,
      dropped: agenda.dropped.map { AgendaDocument.Dropped(name: $0.name.rawValue, reason: pick($0.reason)) })
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
  fileprivate init(_ score: CriterionScore, pick: (Wording) -> String) {
    self.init(
      name: score.name.rawValue, raw: score.measure.raw.rounded(toDigits: 4), unit: score.measure.unit,
      value: score.measure.value.rounded(toDigits: 4), weight: score.weight,
      points: score.points.rounded(toDigits: 2),
      reason: pick(score.measure.reason))
  }
}

extension Double {
  /// For output: the same digits whatever the last bits are.
  func rounded(toDigits digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
