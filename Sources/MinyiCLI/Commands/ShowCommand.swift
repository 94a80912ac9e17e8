import ArgumentParser
import Minyi

/// `minyi show CONCERN`: evidence and trend.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "查看一个诉求点：原话、走势、地区、意见列表。",
    discussion: """
      Shows the evidence of a concern: quotes, trend, places, its opinions.

      示例 example:  minyi show 3 --workspace 意见.sqlite --members
      """)

  @Argument(help: ArgumentHelp("诉求点编号。The number of the concern.", valueName: "concern"))
  var concern: Int32

  @Flag(name: .long, help: "列出全部意见。List all its opinions.")
  var members = false

  @Flag(name: .long, help: "列出重复和相近的意见及其差别。List opinions that repeat each other, with what differs.")
  var copies = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let opened = try workspace.open(common)
    let detail = try opened.concern(ConcernID(rawValue: concern))
    let changes = try opened.changes(of: detail.concern.id)
    try opened.close()
    let view = ConcernView(detail: detail, changes: changes, language: common.lang)
    var text = view.text
    if copies { text += "\n" + CopiesView(groups: detail.copies, language: common.lang).text }
    if members { text += "\n" + view.memberTable.text(width: Terminal.columnCount) }
    try output.write(text)
  }
}
