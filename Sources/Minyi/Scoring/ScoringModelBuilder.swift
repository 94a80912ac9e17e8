import MinyiAgenda
import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText
import MinyiTopics

/// Makes a scoring model of a workspace: the vectors of the last run, from the segments that it kept.
struct ScoringModelBuilder {
  let workspace: Workspace
  let analyzers: AnalyzerPool
  let agenda: AgendaOptions

  func model() throws -> ScoringModel {
    let results = try workspace.results()
    // The agenda and the vectors do not need each other.
    let (scores, unscored) = try workspace.threads.both({ try self.scores(of: results) }) {
      try self.model(of: results)
    }
    var model = unscored
    for g in model.concerns.indices { model.concerns[g].score = scores[model.concerns[g].id] ?? 0 }
    return model
  }

  /// The model with concerns that have no score yet.
  private func model(of results: RunResult) throws -> ScoringModel {
    let store = workspace.store
    let threads = workspace.threads
    let options = RunManifest(results.record).settings?.options ?? MineOptions()
    // 1. the texts of the run, and where each went
    var assigned: [OpinionID: (concern: ConcernID?, theme: ThemeID?)] = [:]
    assigned.reserveCapacity(results.assignments.count)
    for assignment in results.assignments {
      assigned[assignment.opinion] = (assignment.concern, assignment.theme)
    }
    let collection = try TextCollection(store: store) { assigned[$0] != nil }
    let (groups, records) = groups(of: results.concerns, collection, assigned)
    let themeOf = themes(of: results.themes, collection, assigned)
    // 2. their vectors
    let indexer = try workspace.indexer(of: collection, analyzers: analyzers, options: options.index)
    let (vocabulary, matrix, sketches) = try indexer.termIndex()
    store.releaseMemory()
    let vectors = DocumentVectors(matrix: matrix, vocabulary: vocabulary)
    // 3. what to compare with
    let levels = ConcernLevels.levels(
      of: MemberLikeness.likenesses(of: groups, in: vectors, threads: threads))
    let concerns = records.enumerated().map { g, record in
      ScoringModel.Concern(
        id: record.id, label: record.label, levels: levels[g], score: 0)
    }
    let (texts, textOf) = try texts(of: collection, groups)
    return ScoringModel(
      lookup: TermLookup(vocabulary),
      weighting: TermWeighting(vocabulary: vocabulary, documentCount: collection.documentCount),
      centroids: CentroidIndex(of: groups, in: vectors, threads: threads), concerns: concerns,
      themeModel: ThemeModel(themeOf, themeCount: results.themes.count, matrix: matrix),
      themes: results.themes, texts: texts, textOf: textOf, copies: CopyIndex(sketches, threads: threads),
      titleWeight: UInt32(max(1, options.index.titleWeight)), opinionCount: results.record.opinionCount)
  }

  /// The score of every concern that is not hidden, on the agenda or left out of it.
  private func scores(of results: RunResult) throws -> [ConcernID: Double] {
    guard !results.concerns.isEmpty else { return [:] }
    var options = agenda
    options.resamples = 0
    let agenda = try workspace.agenda(options, of: results, weightDraws: 0)
    let topics = agenda.topics + agenda.leftOut.map(\.topic)
    return Dictionary(topics.map { ($0.concern, $0.score) }, uniquingKeysWith: { first, _ in first })
  }

  /// The documents of each concern that has any, ascending.
  private func groups(
    of concerns: [ConcernRecord], _ collection: TextCollection,
    _ assigned: [OpinionID: (concern: ConcernID?, theme: ThemeID?)]
  ) -> (groups: [[DocumentID]], records: [ConcernRecord]) {
    let positions = Dictionary(
      concerns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groups = [[DocumentID]](repeating: [], count: concerns.count)
    for (d, opinions) in collection.opinions.enumerated() {
      let concern = opinions.lazy.compactMap { assigned[$0]?.concern }.first
      if let concern, let position = positions[concern] {
        groups[position].append(DocumentID(rawValue: UInt32(d)))
      }
    }
    let kept = groups.indices.filter { !groups[$0].isEmpty }
    return (kept.map { groups[$0] }, kept.map { concerns[$0] })
  }

  /// By document the position of its theme; -1: none.
  private func themes(
    of themes: [ThemeRecord], _ collection: TextCollection,
    _ assigned: [OpinionID: (concern: ConcernID?, theme: ThemeID?)]
  ) -> [Int32] {
    let positions = Dictionary(
      themes.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    return collection.opinions.map { opinions in
      opinions.lazy.compactMap { assigned[$0]?.theme }.first.flatMap { positions[$0] } ?? -1
    }
  }

  private func texts(of collection: TextCollection, _ groups: [[DocumentID]]) throws -> (
    [ScoringModel.KnownText], [ContentHash: Int32]
  ) {
    let keys = try workspace.store.keys()
    var texts = collection.opinions.map {
      ScoringModel.KnownText(key: keys[$0[0]] ?? "", count: Int32(clamping: $0.count), concern: -1)
    }
    for (g, group) in groups.enumerated() { for member in group { texts[member.index].concern = Int32(g) } }
    var textOf: [ContentHash: Int32] = [:]
    textOf.reserveCapacity(texts.count)
    for (d, hash) in collection.hashes.enumerated() { textOf[hash] = Int32(d) }
    return (texts, textOf)
  }
}
