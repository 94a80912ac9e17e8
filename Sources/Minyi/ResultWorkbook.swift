public import MinyiAgenda
public import MinyiFiles
import MinyiModel
public import MinyiStore

/// The results of a run as a workbook for the meeting: the agenda, the hot issues with all their messages, themes, what
/// belongs nowhere, and how it came about.
public struct ResultWorkbook: Sendable {
  /// Topics with their messages in 热点问题表 and 热点问题留言明细表; the agenda has all.
  public var hotCount = 20

  private let workspace: Workspace
  private let agenda: Agenda
  private let results: RunResult

  /// `agenda` should be of the concerns of `results`, which are those of `workspace`.
  public init(_ agenda: Agenda, of workspace: Workspace, results: RunResult) {
    self.workspace = workspace
    self.agenda = agenda
    self.results = results
  }

  enum Name {
    static let agenda = "议题清单"
    static let hot = "热点问题表"
    static let details = "热点问题留言明细表"
    static let themes = "主题"
    static let unassigned = "未归类"
    static let trend = "逐月数据"
    static let notes = "处理说明"
  }

  /// Writes the workbook to `path`, over what is there. Throws `FileError` or `StoreError`.
  @discardableResult
  public func write(to path: String) throws -> WorkbookWriter.Notes {
    try WorkbookWriter.write(
      try sheets(), title: "民意：议题清单与热点问题", comments: PersonalDataNote(of: workspace).wording.zh, to: path)
  }

  /// The sheets in order. O(opinions).
  func sheets() throws -> [SheetDraft] {
    let themes = Dictionary(uniqueKeysWithValues: results.themes.map { ($0.id, $0.label) })
    let topics = try topicDetails()
    let topicSheets = TopicSheets(topics: topics, all: agenda.topics, themes: themes)
    let opinionSheets = OpinionSheets(workspace: workspace, results: results, themes: themes)
    return [
      topicSheets.agenda, topicSheets.hot, opinionSheets.details(of: topics),
      ThemeSheet(results: results).draft, opinionSheets.unassigned, topicSheets.trend,
      try NotesSheet(workspace: workspace, agenda: agenda, results: results).draft,
    ]
  }

  private func topicDetails() throws -> [TopicDetail] {
    let concerns = Dictionary(uniqueKeysWithValues: results.concerns.map { ($0.id, $0) })
    let hot = agenda.topics.prefix(hotCount)
    let wanted = Set(hot.map(\.concern))
    var assigned: [ConcernID: [AssignmentRecord]] = [:]
    for assignment in results.assignments {
      if let concern = assignment.concern, wanted.contains(concern) {
        assigned[concern, default: []].append(assignment)
      }
    }
    var nextRow = 1
    return try hot.compactMap { topic in
      guard let concern = concerns[topic.concern] else { return nil }
      let assignments = assigned[topic.concern] ?? []
      let stored = try workspace.store.opinions(assignments.map(\.opinion))
      let detail = TopicDetail(
        topic: topic,
        detail: ConcernDetail(
          concern: concern, theme: nil,
          members: ConcernDetail.members(stored, assignments)), firstRow: nextRow)
      nextRow += detail.detail.members.count
      return detail
    }
  }
}

/// A topic with its messages, and the row of the first of them in the table of details.
struct TopicDetail {
  var topic: Topic
  var detail: ConcernDetail
  var firstRow: Int
}
