import MinyiFiles
import MinyiModel
import MinyiStore

/// The sheets with a row a message.
struct OpinionSheets {
  let workspace: Workspace
  let results: RunResult
  let themes: [ThemeID: String]

  private static let messageColumns: [SheetDraft.Column] = [
    .init("留言编号", width: 14), .init("用户", width: 22), .init("主题", width: 36, isWrapped: true),
    .init("时间", width: 21), .init("详情", width: 80, isWrapped: true), .init("点赞数", width: 8),
    .init("反对数", width: 8),
  ]

  /// The messages of `topics`, nearest to the middle of the topic first.
  func details(of topics: [TopicDetail]) -> SheetDraft {
    SheetDraft(
      ResultWorkbook.Name.details, columns: [.init("问题ID", width: 9)] + OpinionSheets.messageColumns,
      rows: topics.enumerated().flatMap { i, topic in
        topic.detail.members.enumerated().map { k, member in
          let number = Int(topic.topic.concern.rawValue)
          // A sheet can have 65,530 links: one a topic leads back.
          let id: SheetCell =
            k == 0 ? .link("\(number)", sheet: ResultWorkbook.Name.hot, row: i + 1) : .integer(number)
          return [id] + cells(of: member.opinion)
        }
      })
  }

  /// The messages that are in no concern, by id, read when the sheet is written.
  var unassigned: SheetDraft {
    var draft = SheetDraft(
      ResultWorkbook.Name.unassigned,
      columns: OpinionSheets.messageColumns + [.init("所属主题", width: 24)])
    draft.forEachFurtherRow = { [self] row in
      let alone = Dictionary(
        uniqueKeysWithValues: results.assignments.lazy.filter { $0.concern == nil }.map {
          ($0.opinion, $0.theme)
        })
      try workspace.store.forEachOpinion { stored in
        guard let theme = alone[stored.id] else { return }
        try row(cells(of: stored.opinion) + [SheetCell(theme.flatMap { themes[$0] })])
      }
    }
    return draft
  }

  private func cells(of opinion: Opinion) -> [SheetCell] {
    [
      .text(opinion.key), SheetCell(opinion.author?.pseudonym), SheetCell(opinion.title),
      SheetCell(opinion.time), SheetCell(opinion.body.trimmed), SheetCell(opinion.likes),
      SheetCell(opinion.dislikes),
    ]
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
