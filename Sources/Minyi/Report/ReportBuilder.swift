import Foundation
import MinyiAgenda
import MinyiModel
import MinyiReport
import MinyiStore

/// Gathers what a report shows out of a workspace.
struct ReportBuilder {
  let workspace: Workspace
  let options: ReportOptions
  let results: RunResult
  let agenda: Agenda
  let facts: (topics: [TopicFacts], collection: CollectionFacts)
  let columns: [OpinionID: AgendaColumns]
  let timeline: Timeline

  init(_ workspace: Workspace, _ options: ReportOptions, results: RunResult? = nil, agenda: Agenda? = nil)
    throws
  {
    self.workspace = workspace
    self.options = options
    (self.results, columns) = try workspace.resultsAndColumns(results)
    facts = try TopicFactsReader(store: workspace.store, threads: workspace.threads).facts(
      of: self.results, columns: columns)
    self.agenda = try agenda ?? workspace.agenda(options.agenda, of: facts)
    timeline = Timeline(facts.collection)
  }

  private var language: ReportLanguage { options.language }

  func document() throws -> ReportDocument {
    let (made, map) = try workspace.threads.both {
      let topics = try ReportTopicBuilder(self).topics(agenda.topics.prefix(options.top))
      return ReportDocument(
        language: language, head: try head(), topics: topics, topicCount: agenda.topics.count,
        lenses: lenses, themes: themes(shown: Set(topics.map(\.topic.concern))), map: nil,
        heatTables: ThemeTables(self).tables, method: try method())
    } _: {
      try OpinionMapper(workspace: workspace, results: results, limit: options.mapPoints).map()
    }
    var document = made
    document.map = map.points.isEmpty ? nil : map
    return document
  }

  private func head() throws -> ReportHead {
    let count = try workspace.opinionCount()
    let collection = facts.collection
    return ReportHead(
      title: options.title ?? language("群众意见议题报告", "What residents raise: topics for consultation"),
      period: collection.hasTimes
        ? (Timeline.day(collection.firstDay), Timeline.day(collection.lastDay)) : nil,
      opinions: results.record.opinionCount, texts: results.record.documentCount,
      people: collection.hasAuthors ? Set(columns.values.compactMap(\.author)).count : nil,
      places: collection.hasPlaces ? Set(columns.values.compactMap(\.place)).count : nil,
      concerns: results.concerns.count, gathered: results.assignments.count { $0.concern != nil },
      themes: results.themes.count,
      files: try workspace.imports().map { record in
        ReportHead.File(
          name: URL(fileURLWithPath: record.file).lastPathComponent,
          format: "\(record.format) \(record.encoding)",
          rows: record.rows, imported: record.imported, updated: record.updated, unchanged: record.unchanged,
          blank: record.blank, malformed: record.malformed)
      }, unmined: max(0, count - results.record.opinionCount))
  }

  /// Topics of each lens that is not the agenda's own.
  private static let lensCount = 5

  private var lenses: [ReportDocument.LensList] {
    [Lens.rising, .lasting, .severe].filter { $0 != agenda.lens }.compactMap { lens in
      let topics = agenda.topics.map { (topic: $0, value: lens.value(of: $0)) }.filter { $0.value > 0 }
        .sorted { ($1.value, $0.topic.rank) < ($0.value, $1.topic.rank) }
      return topics.isEmpty
        ? nil
        : ReportDocument.LensList(
          lens: lens, topics: topics.prefix(ReportBuilder.lensCount).map(\.topic))
    }
  }

  /// Concerns of a theme that are named.
  private static let concernCount = 12

  func themes(shown: Set<ConcernID>) -> [ReportTheme] {
    var opinions: [ThemeID: Int] = [:]
    var members: [ConcernID: Int] = [:]
    // A concern has one theme, its opinions may have others: areas are counted by the opinions' own.
    var within: [ThemeID: [ConcernID: Int]] = [:]
    for assignment in results.assignments {
      if let concern = assignment.concern { members[concern, default: 0] += 1 }
      guard let theme = assignment.theme else { continue }
      opinions[theme, default: 0] += 1
      if let concern = assignment.concern { within[theme, default: [:]][concern, default: 0] += 1 }
    }
    let byTheme = Dictionary(grouping: results.concerns.filter { !$0.isHidden }) { $0.theme }
    return results.themes.map { theme in
      let own = byTheme[theme.id] ?? []
      let concerns = own.map { concern in
        ReportTheme.Concern(
          id: Int(concern.id.rawValue), label: concern.label, opinions: within[theme.id]?[concern.id] ?? 0,
          isShown: shown.contains(concern.id))
      }.sorted { ($1.opinions, $0.id) < ($0.opinions, $1.id) }
      return ReportTheme(
        id: Int(theme.id.rawValue), label: theme.label, terms: theme.terms.map(\.term),
        opinions: opinions[theme.id] ?? 0, concerns: Array(concerns.prefix(ReportBuilder.concernCount)),
        concernCount: own.count)
    }.filter { $0.opinions > 0 }
  }

  private func method() throws -> ReportMethod {
    let profile = try workspace.dictionaries.profile(options.agenda)
    let dropped = Set(agenda.dropped.map(\.name))
    let manifest = RunManifest(results.record)
    let versions = manifest.versions ?? RunVersions()
    return ReportMethod(
      profile: profile.label, profileName: agenda.profile, lens: agenda.lens, first: agenda.first,
      weights: CriterionName.allCases.filter { !dropped.contains($0) }.map {
        ($0, profile.weights[$0] ?? 0)
      }, dropped: agenda.dropped, leftOutCount: agenda.leftOut.count,
      personalData: try PersonalDataNote(of: workspace).wording,
      versions: [
        ("Minyi", versions.minyi), ("ICU", versions.icu), ("Unicode", versions.unicode),
        ("SQLite", versions.sqlite),
      ], settings: results.record.settings, inputHash: results.record.inputHash,
      resultHash: results.record.resultHash)
  }
}
