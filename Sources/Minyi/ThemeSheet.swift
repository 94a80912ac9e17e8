import MinyiFiles
import MinyiModel
import MinyiStore

/// The sheet with a row a theme.
struct ThemeSheet {
  let results: RunResult

  var draft: SheetDraft {
    var opinionCounts: [ThemeID: Int] = [:]
    for case let theme? in results.assignments.map(\.theme) { opinionCounts[theme, default: 0] += 1 }
    var concernCounts: [ThemeID: Int] = [:]
    for case let theme? in results.concerns.map(\.theme) { concernCounts[theme, default: 0] += 1 }
    let total = Double(max(1, results.assignments.count))
    return SheetDraft(
      ResultWorkbook.Name.themes,
      columns: [
        .init("主题编号", width: 10), .init("主题", width: 28), .init("关键词", width: 60, isWrapped: true),
        .init("诉求点数", width: 10), .init("意见数", width: 10), .init("占比", width: 9),
      ],
      rows: results.themes.map { theme in
        let count = opinionCounts[theme.id] ?? 0
        return [
          .integer(Int(theme.id.rawValue)), .text(theme.label),
          SheetCell(theme.terms.map(\.term).joined(separator: "、")),
          .integer(concernCounts[theme.id] ?? 0), .integer(count), .share(Double(count) / total),
        ]
      })
  }
}
