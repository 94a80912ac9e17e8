import ArgumentParser
import Minyi

/// `minyi report -o FILE.html`: everything a reader of the agenda wants to look at, in one file.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "写成一个 HTML 报告：议题清单、逐个议题、主题、意见地图；不联网即可打开、打印。",
    discussion: """
      Writes one HTML file with the agenda, a part for each topic, themes and a map of opinions. It opens offline, prints on
      A4, and works with the keyboard, on a phone and without scripts.

      示例 example:  minyi report --workspace 意见.sqlite -o 报告.html --top 30
      """)

  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件（写完整或不写；- 为标准输出）。Write to a file, whole or not at all.", valueName: "file"))
  var output: String

  @Option(name: .long, help: ArgumentHelp("报告的标题。The title of the report.", valueName: "text"))
  var title: String?

  func run() throws {
    if output != "-" { try OutputFile.check(output) }
    let opened = try workspace.open(common)
    let document = try opened.report(ReportCommand.options(view, common, title: title))
    if document.head.unmined > 0 {
      common.noteUnmined(
        opinionCount: document.head.opinions + document.head.unmined, minedCount: document.head.opinions)
    }
    try opened.close()
    let html = try ReportPage(document, threads: opened.threads).html()
    if output == "-" { try Terminal.write(html) } else { try OutputFile.write(html, to: output) }
    if document.topics.isEmpty { throw ExitCode(1) }
  }

  static func options(_ view: AgendaViewOptions, _ common: CommonOptions, title: String? = nil) throws
    -> ReportOptions
  {
    var options = ReportOptions()
    options.agenda = try view.agendaOptions()
    options.top = view.top
    options.language = common.lang.report
    options.title = title
    return options
  }
}
