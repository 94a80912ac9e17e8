import Foundation
public import MinyiAgenda
public import MinyiModel
public import MinyiStore

extension Workspace {
  /// The agenda of the concerns of `results`, or of the last run where none are at hand (step seven of a run).
  public func agenda(_ options: AgendaOptions = AgendaOptions(), of results: RunResult? = nil) throws
    -> Agenda
  {
    try agenda(options, of: results, weightDraws: nil)
  }

  /// - Parameter weightDraws: nil: as many as usual.
  func agenda(_ options: AgendaOptions, of results: RunResult?, weightDraws: Int?) throws -> Agenda {
    let (results, columns) = try resultsAndColumns(results)
    return try agenda(
      options, of: TopicFactsReader(store: store, threads: threads).facts(of: results, columns: columns),
      weightDraws: weightDraws)
  }

  /// The results at hand, or those of the last run, and what the agenda counts of every opinion; read beside each other.
  func resultsAndColumns(_ results: RunResult? = nil) throws -> (RunResult, [OpinionID: AgendaColumns]) {
    try threads.both {
      try results ?? self.results()
    } _: {
      try store.agendaColumns()
    }
  }

  /// The agenda of `facts`.
  func agenda(
    _ options: AgendaOptions, of facts: (topics: [TopicFacts], collection: CollectionFacts),
    weightDraws: Int? = nil
  ) throws -> Agenda {
    var ranker = try ranker(options)
    if let weightDraws { ranker.weightDraws = weightDraws }
    let agenda = ranker.agenda(of: facts.topics, in: facts.collection)
    let dropped = Set(agenda.dropped.map(\.name))
    guard ranker.profile.weights.contains(where: { $0.value > 0 && !dropped.contains($0.key) }) else {
      let reasons = agenda.dropped.map { "\($0.name.rawValue)（\($0.reason.zh)）" }.joined(separator: "、")
      throw MinyiError(
        "有权重的标准都没有数据可用：\(reasons)。请给其他标准权重，如 reach=1。"
          + "(the data allow none of the criteria that have a weight; give others one)", exitCode: 65)
    }
    return agenda
  }

  /// Why the concern `id` stands where it does on the agenda of `options`, or why it does not.
  public func explanation(of id: ConcernID, _ options: AgendaOptions = AgendaOptions()) throws
    -> TopicExplanation
  {
    let results = try results()
    guard let concern = results.concerns.first(where: { $0.id == id }) else {
      throw MinyiError.unknownConcern("\(id.rawValue)")
    }
    let agenda = try agenda(options, of: results)
    guard let topic = agenda.topic(of: id) else { throw MinyiError.unknownConcern("\(id.rawValue)") }
    let ranker = try ranker(options)
    func move(to rank: Int) -> RankMove? {
      guard topic.rank > 0, rank != topic.rank, agenda.topics.indices.contains(rank - 1) else { return nil }
      return ranker.move(of: topic, to: agenda.topics[rank - 1])
    }
    let ids = concern.quotes.map(\.opinion) + topic.criteria.flatMap(\.measure.evidence)
    let keys = try ids.isEmpty ? [:] : store.keys()
    return TopicExplanation(
      topic: topic, agenda: agenda, up: move(to: topic.rank - 1), down: move(to: topic.rank + 1),
      toList: topic.rank > agenda.first ? move(to: agenda.first) : nil,
      reasonsLeftOut: agenda.leftOut.first { $0.topic.concern == id }?.reasons ?? [],
      quotes: concern.quotes.map { AgendaDocument.Quote($0, opinion: keys[$0.opinion] ?? "") },
      evidence: topic.criteria.map { $0.measure.evidence.firstKeys(keys) })
  }

  private func ranker(_ options: AgendaOptions) throws -> AgendaRanker {
    var ranker = AgendaRanker(
      profile: try dictionaries.profile(options), departments: dictionaries.signalWords.departments)
    ranker.lens = options.lens
    ranker.resamples = options.resamples
    ranker.threads = threads
    return ranker
  }
}

extension [OpinionID] {
  /// Ids that a criterion is shown with.
  private static var shownCount: Int { 5 }

  /// The first of the keys, in the order of their UTF-8: numbers in the workspace depend on the order of rows.
  func firstKeys(_ keys: [OpinionID: String]) -> [String] {
    var first: [String] = []
    for case let key? in self.map({ keys[$0] }) {
      if first.count == Self.shownCount, let last = first.last,
        !key.utf8.lexicographicallyPrecedes(last.utf8)
      {
        continue
      }
      let place = first.firstIndex { key.utf8.lexicographicallyPrecedes($0.utf8) } ?? first.count
      first.insert(key, at: place)
      if first.count > Self.shownCount { first.removeLast() }
    }
    return first
  }
}
