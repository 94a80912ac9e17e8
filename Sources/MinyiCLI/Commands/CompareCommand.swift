import ArgumentParser
import Minyi

/// `minyi compare`: what became of the concerns from one period, or workspace, to another.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "比较两个时段或两个工作区：哪些诉求上升、下降、新增、消失、复现。",
    discussion: """
      Compares two periods or two workspaces: which concerns rose, fell, came, went, returned.

      示例 example:  minyi compare --workspace 意见.sqlite --from 2025-01 --to 2025-06 --with year
                     minyi compare --workspace 意见.sqlite --around 2025-03-01 12
                     minyi compare --workspace 2025.sqlite --against 2024.sqlite
      """)

  @Argument(help: "诉求点编号；不给则全部。Concerns by number; all without.")
  var concerns: [Int32] = []

  @OptionGroup var periods: PeriodOptions

  @Option(
    name: .long,
    help: ArgumentHelp("与另一个（较早的）工作区比较。Compare with another, earlier workspace.", valueName: "path"))
  var against: String?

  @Option(name: .long, help: ArgumentHelp("每类显示几个。Concerns to show of each kind.", valueName: "n"))
  var top = 10

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func validate() throws {
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
    if against != nil, periods.isGiven || !concerns.isEmpty {
      throw ValidationError(
        "--against 比较整个工作区，不能与时段或编号同用。(--against compares whole workspaces, without periods or numbers)")
    }
  }

  func run() throws {
    try output.check()
    let opened = try workspace.open(common)
    let minedCount = try opened.results().record.opinionCount
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: minedCount)
    let document: ComparisonDocument
    if let against {
      let other = try Workspace(
        path: against, mode: .existing, dictionaries: common.loadedDictionaries(), threadCount: common.threads
      )
      document = try opened.comparison(with: other)
      try other.close()
    } else {
      var options = ComparisonOptions()
      options.concerns = concerns.map { ConcernID(rawValue: $0) }
      options.periods = try periods.periods()
      document = try opened.comparison(options)
    }
    try opened.close()
    let view = ComparisonView(
      document: document, top: top, showsAll: !concerns.isEmpty, language: common.lang,
      isColoured: output.path == nil && Terminal.isColoured)
    try output.write(try view.text(format))
    if document.changes.isEmpty { throw ExitCode(1) }
  }
}
