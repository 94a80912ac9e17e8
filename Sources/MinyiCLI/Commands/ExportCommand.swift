import ArgumentParser
import Minyi

/// `minyi export WHAT`.
struct ExportCommand: ParsableCommand {
  enum What: String, ExpressibleByArgument, CaseIterable { case assignments, agenda }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出结果：assignments（每条意见的归属）或 agenda（议题清单）。",
    discussion: """
      Exports results: assignments (a line an opinion, ordered by id) or the agenda.

      示例 example:  minyi export assignments --workspace 意见.sqlite --format jsonl -o 归属.jsonl
      """)

  @Argument(help: ArgumentHelp("assignments 或 agenda。What to export.", valueName: "what"))
  var what: What

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "json|jsonl|csv|md"))
  var format = OutputFormat.jsonl

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let opened = try workspace.open(common)
    let text: String
    switch what {
    case .assignments: text = try assignments(of: opened)
    case .agenda:
      let results = try opened.results()
      common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: results.record.opinionCount)
      text = try AgendaView(
        opened.agenda(of: results), of: opened, results: results, top: Int.max, language: common.lang
      ).text(format)
    }
    try opened.close()
    try output.write(text)
  }

  private struct Line: Encodable {
    var id: String
    var concern: Int32?
    var theme: Int32?

    private enum Key: CodingKey { case id, concern, theme }

    /// A missing concern is written as null, so that every line has the same keys.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: .id)
      try container.encode(concern, forKey: .concern)
      try container.encode(theme, forKey: .theme)
    }
  }

  private func assignments(of opened: Workspace) throws -> String {
    let lines = try opened.assignments().map {
      Line(id: $0.key, concern: $0.concern?.rawValue, theme: $0.theme?.rawValue)
    }
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: lines.count)
    switch format {
    case .jsonl: return try lines.map { try JSONText.line($0) }.joined()
    case .json: return try JSONText.pretty(lines)
    case .csv, .md, .table:
      let rows = lines.map { line in
        [line.id, line.concern.map { "\($0)" } ?? "", line.theme.map { "\($0)" } ?? ""]
      }
      if format == .csv { return CSVWriter.text([["id", "concern", "theme"]] + rows) }
      let table = TextTable(
        columns: [
          .init(title: "id"), .init(title: "concern", isRight: true), .init(title: "theme", isRight: true),
        ],
        rows: rows)
      return format == .md ? table.markdown : table.text(width: Terminal.columnCount)
    }
  }
}
