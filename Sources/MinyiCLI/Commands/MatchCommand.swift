import ArgumentParser
import Minyi

/// `minyi match`: members or experts for the topics of the agenda.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "按领域为议题推荐委员或专家，每题最多三人，附相合的词。",
    discussion: """
      Proposes members or experts for topics by their fields, three a topic at most, with the matching terms.
      The file has a column of fields (领域、专长) and as a rule 编号, 姓名, 界别.

      示例 example:  minyi match --workspace 意见.sqlite --experts 委员.xlsx
                     minyi match --workspace 意见.sqlite --experts 委员.csv 12
      """)

  @Argument(help: "诉求点编号；不给则清单的前几名。Concerns by number; the first of the agenda without.")
  var concerns: [Int32] = []

  @Option(
    name: .long,
    help: ArgumentHelp("委员或专家名册（- 为标准输入）。The file of experts; - is stdin.", valueName: "file"))
  var experts: String

  @Option(
    name: .long,
    help: ArgumentHelp("名册中写领域的列；默认按列名识别。The column of fields; found by name.", valueName: "列名"))
  var fieldColumn: String?

  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func run() throws {
    try output.check()
    let file = try ExpertFile(path: experts, fieldColumn: fieldColumn)
    for note in file.notes { common.note(note, note) }
    let opened = try workspace.open(common)
    let results = try opened.results()
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: results.record.opinionCount)
    var options = try view.agendaOptions()
    options.resamples = 0
    let agenda = try opened.agenda(options, of: results)
    let topics = try topics(of: agenda)
    let document = MatchDocument(
      topics, try opened.proposals(for: topics, of: results, among: file.experts))
    try opened.close()
    try output.write(try MatchView(document: document, language: common.lang).text(format))
    if document.topics.allSatisfy(\.experts.isEmpty) { throw ExitCode(1) }
  }

  private func topics(of agenda: Agenda) throws -> [Topic] {
    if concerns.isEmpty { return Array(agenda.topics.prefix(view.top)) }
    return try concerns.map { id in
      guard let topic = agenda.topic(of: ConcernID(rawValue: id)) else {
        throw MinyiError.unknownConcern("\(id)")
      }
      return topic
    }
  }
}
