import ArgumentParser
import Minyi

/// `minyi export WHAT`.
struct ExportCommand: ParsableCommand {
  enum What: String, ExpressibleByArgument, CaseIterable { case assignments, agenda, opinions, xlsx }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出：assignments（每条意见的归属）、agenda（议题清单）、opinions（全部意见）、xlsx（供会议用的工作簿）。",
    discussion: """
      Exports assignments (a line an opinion, ordered by id), the agenda, all opinions (which import reads back), or
      a workbook for the meeting with topics, messages, themes and notes.

      示例 example:  minyi export xlsx --workspace 意见.sqlite -o 结果.xlsx
                     minyi export opinions --format csv --workspace 意见.sqlite -o 意见.csv
      """)

  @Argument(
    help: ArgumentHelp("assignments、agenda、opinions 或 xlsx。What to export.", valueName: "what"))
  var what: What

  @Option(
    name: .long,
    help: ArgumentHelp(
      "输出格式；xlsx 只用于 opinions。Output format; xlsx for opinions only.", valueName: "json|jsonl|csv|md|xlsx"))
  var format = ExportFormat.jsonl

  @Option(
    name: .long,
    help: ArgumentHelp("xlsx 中列出留言的议题数。Topics of the workbook with their messages.", valueName: "n"))
  var top = 20

  @Option(
    name: .long, help: ArgumentHelp("评分方案。Profile of weights, a name or a .yaml file.", valueName: "name"))
  var profile = "balanced"

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
    if isWorkbook, output.output == nil || output.output == "-" {
      throw ValidationError("工作簿请用 -o 文件.xlsx 指明写到哪里。(name the workbook with -o FILE.xlsx)")
    }
    if format == .xlsx, what == .assignments || what == .agenda {
      throw ValidationError(
        "--format xlsx 只用于 opinions；议题的工作簿用 minyi export xlsx。(xlsx is for opinions; use `minyi export xlsx`)"
      )
    }
    if what == .opinions, ![.jsonl, .csv, .xlsx].contains(format) {
      throw ValidationError("opinions 的格式为 jsonl、csv 或 xlsx。(opinions are written as jsonl, csv or xlsx)")
    }
  }

  private var isWorkbook: Bool { what == .xlsx || format == .xlsx }

  func run() throws {
    try output.check()
    let opened = try workspace.open(common)
    switch what {
    case .assignments: try output.write(assignments(of: opened))
    case .agenda:
      let results = try minedResults(of: opened)
      var view = AgendaOptions()
      view.profile = profile
      try output.write(
        AgendaView(
          opened.agenda(view, of: results), of: opened, results: results, top: Int.max, language: common.lang
        ).text(format.text ?? .jsonl))
    case .opinions: try writeOpinions(of: opened)
    case .xlsx: try writeWorkbook(of: opened)
    }
    try opened.close()
  }

  private func minedResults(of opened: Workspace) throws -> RunResult {
    let results = try opened.results()
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: results.record.opinionCount)
    return results
  }

  private func writeWorkbook(of opened: Workspace) throws {
    let results = try minedResults(of: opened)
    var view = AgendaOptions()
    view.profile = profile
    var workbook = ResultWorkbook(try opened.agenda(view, of: results), of: opened, results: results)
    workbook.hotCount = top
    try replaceOutput { try workbook.write(to: $0) }
  }

  private func writeOpinions(of opened: Workspace) throws {
    let table = try OpinionTable(of: opened)
    switch format {
    case .csv: try output.write(OpinionText(table: table).csv())
    case .xlsx:
      try replaceOutput {
        try WorkbookWriter.write([try table.sheet()], title: "意见", comments: PersonalDataNote.text, to: $0)
      }
    default: try output.write(OpinionText(table: table).jsonl())
    }
    common.note(PersonalDataNote.text, PersonalDataNote.english)
  }

  /// Writes a workbook whole or not at all, and tells what did not fit.
  private func replaceOutput(_ write: (String) throws -> WorkbookWriter.Notes) throws {
    guard let path = output.output else { return }
    var notes = WorkbookWriter.Notes()
    try OutputFile.replace(path) { notes = try write($0) }
    if notes.cutCount > 0 {
      common.note(
        "\(notes.cutCount) 个单元格超过 Excel 的上限 32767 字，已截断；全文请用 --format csv 或 jsonl。",
        "\(notes.cutCount) cells have more than Excel's 32,767 characters and were cut; csv and jsonl have all"
      )
    }
    if notes.surplusRowCount > 0 {
      common.note(
        "\(notes.surplusRowCount) 行超过 Excel 的上限 1048576 行，没有写入；请用 --format csv 或 jsonl。",
        "\(notes.surplusRowCount) rows past Excel's 1,048,576 were left out; csv and jsonl have all")
    }
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
    case .csv, .md, .table, .xlsx:
      let rows = lines.map { line in
        [line.id, line.concern.map { "\($0)" } ?? "", line.theme.map { "\($0)" } ?? ""]
      }
      if format == .csv { return CSVText.text([["id", "concern", "theme"]] + rows) }
      let table = TextTable(
        columns: [
          .init(title: "id"), .init(title: "concern", isRight: true), .init(title: "theme", isRight: true),
        ],
        rows: rows)
      return format == .md ? table.markdown : table.text(width: Terminal.columnCount)
    }
  }
}
