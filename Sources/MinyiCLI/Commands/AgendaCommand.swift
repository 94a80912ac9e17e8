import ArgumentParser
import Minyi

/// `minyi agenda`: the ranked topics.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "打印工作区的议题清单。",
    discussion: """
      Prints the ranked topics of the workspace.

      示例 example:  minyi agenda --workspace 意见.sqlite --profile minsheng --top 10
      """)

  @Flag(
    name: .long,
    help: "打印 --format json 的 JSON Schema。Print the JSON Schema of --format json.")
  var schema = false

  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func run() throws {
    if schema {
      try output.write(AgendaDocument.schemaText)
      return
    }
    let opened = try workspace.open(common)
    let results = try opened.results()
    let agenda = try opened.agenda(view.agendaOptions(), of: results)
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: results.record.opinionCount)
    let text = try AgendaView(
      agenda, of: opened, results: results, top: view.top, language: common.lang,
      isColoured: output.path == nil && Terminal.isColoured
    ).text(format)
    try opened.close()
    try output.write(text)
    if agenda.topics.isEmpty { throw ExitCode(1) }
  }
}
