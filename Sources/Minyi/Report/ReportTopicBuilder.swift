import MinyiAgenda
import MinyiModel
import MinyiReport
import MinyiStore
import MinyiText

/// Gathers what a report shows of topics.
struct ReportTopicBuilder {
  private let builder: ReportBuilder
  private let concerns: [ConcernID: ConcernRecord]
  private let themes: [ThemeID: String]
  private let analyzers: AnalyzerPool

  /// Characters of a text that are shown.
  static let textLength = 400
  /// Requests of a topic.
  private static let requestCount = 5
  /// Borderline texts of a topic.
  private static let borderlineCount = 3
  /// Texts of all topics together, about: many topics show fewer each.
  private static let textBudget = 1000

  init(_ builder: ReportBuilder) throws {
    self.builder = builder
    concerns = Dictionary(uniqueKeysWithValues: builder.results.concerns.map { ($0.id, $0) })
    themes = Dictionary(uniqueKeysWithValues: builder.results.themes.map { ($0.id, $0.label) })
    analyzers = try AnalyzerPool(dictionaries: builder.workspace.dictionaries)
  }

  func topics(_ shown: ArraySlice<Topic>) throws -> [ReportTopic] {
    let wanted = Set(shown.map(\.concern))
    var assigned: [ConcernID: [AssignmentRecord]] = [:]
    for assignment in builder.results.assignments {
      if let concern = assignment.concern, wanted.contains(concern) {
        assigned[concern, default: []].append(assignment)
      }
    }
    let facts = Dictionary(
      uniqueKeysWithValues: builder.facts.topics.filter { wanted.contains($0.concern) }.map {
        ($0.concern, $0)
      })
    let textCount = max(4, min(12, ReportTopicBuilder.textBudget / max(1, shown.count)))
    return try shown.map { topic in
      try self.topic(
        topic, assigned[topic.concern] ?? [], facts[topic.concern]?.opinions ?? [], textCount: textCount)
    }
  }

  /// - Parameter assigned: by document, then key.
  private func topic(
    _ topic: Topic, _ assigned: [AssignmentRecord], _ facts: [OpinionFacts], textCount: Int
  ) throws -> ReportTopic {
    let concern = concerns[topic.concern]
    let folds = TextFold.folds(of: assigned)
    let nearest = folds.filter { !$0.isBorderline }.prefix(textCount)
    let strangers = folds.filter(\.isBorderline)
    let shownStrangers = strangers.suffix(ReportTopicBuilder.borderlineCount).reversed()
    let asking = RequestFinder.candidates(facts)
    // All texts that are shown, read at once.
    let quotes = concern?.quotes ?? []
    let ids =
      quotes.map(\.opinion) + nearest.map(\.first.opinion) + shownStrangers.map(\.first.opinion)
      + asking.compactMap(\.opinion)
    let stored = Dictionary(
      try builder.workspace.store.opinions(Set(ids).sorted()).map { ($0.id, $0.opinion) },
      uniquingKeysWith: { first, _ in first })
    let columns = assigned.map { builder.columns[$0.opinion] }
    let places = Dictionary(grouping: columns.compactMap { $0?.place }) { $0 }
    return ReportTopic(
      topic: topic, theme: topic.theme.flatMap { themes[$0] }, terms: concern?.terms.map(\.term) ?? [],
      trend: builder.timeline.trend(of: columns.map { $0?.time }),
      places: places.map { ReportTopic.PlaceCount(place: $0.key, count: $0.value.count) }.sorted {
        ($1.count, $0.place) < ($0.count, $1.place)
      }, unplaced: columns.count { $0?.place == nil },
      quotes: quotes.map { ReportQuote(text: $0.text, opinion: stored[$0.opinion]?.key ?? "") },
      requests: try RequestFinder(analyzers: analyzers).requests(
        of: asking, stored, limit: ReportTopicBuilder.requestCount),
      requestCount: facts.count { !$0.signals.requests.isEmpty },
      texts: nearest.compactMap { text($0, stored) },
      borderline: shownStrangers.compactMap { text($0, stored) },
      borderlineCount: strangers.reduce(0) { $0 + $1.posts })
  }

  private func text(_ fold: TextFold, _ stored: [OpinionID: Opinion]) -> FoldedText? {
    guard let opinion = stored[fold.first.opinion] else { return nil }
    return FoldedText(
      opinion: opinion.key, title: opinion.title.shortened(to: 120),
      body: opinion.body.shortened(to: ReportTopicBuilder.textLength),
      day: opinion.time.map { String($0.description.prefix(10)) }, place: opinion.place, posts: fold.posts,
      similarity: fold.first.similarity ?? 0)
  }
}

extension String {
  /// The first `count` scalars, with … where something is left out.
  func shortened(to count: Int) -> String {
    guard utf8.count > count,
      let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return String(self[..<end]) + "…"
  }
}
