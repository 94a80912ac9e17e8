import ArgumentParser
import Minyi

/// `minyi mine`: concerns and themes from the workspace.
struct MineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mine",
    abstract: "从工作区的意见中归并诉求点和主题。",
    discussion: """
      Finds the concerns and themes of the workspace and keeps them there.

      示例 example:  minyi mine --workspace 意见.sqlite --themes 12
                     minyi mine --workspace 意见.sqlite --explain-k
      """)

  @Flag(
    name: .customLong("explain-k"),
    help: "只打印主题个数的曲线：为什么分成这么多个，不归并。Print why there are so many themes; mines nothing.")
  var explainsCount = false

  @OptionGroup var mining: MiningOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let opened = try workspace.open(common)
    guard try opened.opinionCount() > 0 else {
      throw MinyiError(
        "工作区没有意见，请先运行 minyi import。(the workspace has no opinions; import some first)", exitCode: 66)
    }
    if explainsCount {
      let curve = try ProgressBar(common).during { try opened.themeCountCurve(progress: $0) }
      try opened.close()
      return try Terminal.write(ThemeCountView(curve: curve, language: common.lang).text)
    }
    let results = try ProgressBar(common).during { progress in
      try opened.mine(mining.mineOptions, progress: progress)
    }
    try Terminal.write(table(of: results).text(width: Terminal.columnCount))
    common.note(
      "\(results.record.opinionCount) 条意见 → \(results.concerns.count) 个诉求点、\(results.themes.count) 个主题",
      "\(results.record.opinionCount) opinions → \(results.concerns.count) concerns, \(results.themes.count) themes"
    )
    let counts = Dictionary(grouping: results.changes, by: \.kind).mapValues(\.count)
    if !counts.isEmpty {
      func count(_ kind: ConcernChange.Kind) -> Int { counts[kind] ?? 0 }
      common.note(
        "与上次相比：新增 \(count(.born))、合并 \(count(.merged))、分出 \(count(.split))、消失 \(count(.ended))",
        "since the last run: \(count(.born)) new, \(count(.merged)) merged, \(count(.split)) split off, "
          + "\(count(.ended)) ended")
    }
    try opened.close()
  }

  private func table(of results: RunResult) -> TextTable {
    var table = TextTable(columns: [
      .init(title: common.lang("主题", "theme")), .init(title: common.lang("诉求点", "concerns"), isRight: true),
      .init(title: common.lang("意见", "opinions"), isRight: true),
      .init(title: common.lang("关键词", "terms"), isFlexible: true),
    ])
    table.rows = results.themes.map { theme in
      [
        theme.label, "\(results.concerns.count { $0.theme == theme.id })",
        "\(results.assignments.count { $0.theme == theme.id })",
        theme.terms.map(\.term).joined(separator: " "),
      ]
    }
    return table
  }
}
