import ArgumentParser
import Minyi

/// `minyi dict list`: what was decided about words.
struct DictListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出工作区里登记、切开和不再推荐的词。",
    discussion: """
      Lists the words of the workspace: added, cut and refused.

      示例 example:  minyi dict list --workspace 意见.sqlite
      """)

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  private struct Line: Encodable {
    var word: String
    var fate: String
  }

  func run() throws {
    let opened = try workspace.open(common)
    let decisions = try opened.wordDecisions()
    try opened.close()
    if decisions.isEmpty { common.note("工作区里还没有词。", "no words yet") }
    try output.write(try text(decisions.map { Line(word: $0.word, fate: $0.fate.rawValue) }))
  }

  private func text(_ lines: [Line]) throws -> String {
    let table = TextTable(
      columns: [.init(title: common.lang("词", "word")), .init(title: common.lang("去留", "fate"))],
      rows: lines.map { [$0.word, shown($0.fate)] })
    return switch format {
    case .table: lines.isEmpty ? "" : table.text(width: Terminal.columnCount)
    case .md: table.markdown
    case .json: try JSONText.pretty(lines)
    case .jsonl: try lines.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text([table.columns.map(\.title)] + table.rows)
    }
  }

  private func shown(_ fate: String) -> String {
    switch WordDecision.Fate(rawValue: fate) {
    case .word: common.lang("登记", "word")
    case .cut: common.lang("切开", "cut")
    case .refused, nil: common.lang("不再推荐", "refused")
    }
  }
}
