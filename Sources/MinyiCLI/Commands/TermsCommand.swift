import ArgumentParser
import Minyi

/// `minyi terms [FILE]`: the terms of a file or workspace, or with `--new` the words that no dictionary has.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "列出关键词，可按地区、时段、主题等分组对比；--new 列出新词供取舍。",
    discussion: """
      Lists the terms of a file or workspace, whole or split into groups; --new lists words that no dictionary has.

      示例 example:  minyi terms --workspace 意见.sqlite --by place
                     minyi terms --new 意见.csv --top 50
      """)

  @Argument(help: "意见文件（- 为标准输入）；不给则用工作区。An opinion file (- is stdin); else the workspace.")
  var file: String?

  @OptionGroup var terms: TermsViewOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func run() throws {
    try output.check()
    let source = try OpinionSource(file: file, reading: reading, workspace: workspace, common: common)
    defer { source.remove() }
    let (text, isEmpty) = try terms.new ? newWords(in: source.workspace) : listed(in: source)
    try source.workspace.close()
    try output.write(text)
    if isEmpty { throw ExitCode(1) }
  }

  private func newWords(in opened: Workspace) throws -> (text: String, isEmpty: Bool) {
    var options = WordFinderOptions()
    options.minimumTexts = terms.minCount ?? options.minimumTexts
    let document = try ProgressBar(common).during { progress in
      try opened.newWords(options, top: terms.top ?? 30, progress: progress)
    }
    return (try NewWordsView(document: document, language: common.lang).text(format), document.words.isEmpty)
  }

  private func listed(in source: OpinionSource) throws -> (text: String, isEmpty: Bool) {
    let opened = source.workspace
    var options = TermsOptions()
    options.grouping = terms.by
    options.period = terms.period ?? options.period
    options.top = terms.top ?? (terms.by == nil ? 30 : 20)
    options.minimumTexts = terms.minCount ?? options.minimumTexts
    let isMined = terms.by == .theme || terms.by == .concern
    let document = try ProgressBar(common).during { progress in
      if isMined && source.isTemporary { try opened.mine(progress: progress) }
      return try opened.terms(options, progress: progress)
    }
    if isMined {
      let minedCount = try opened.results().record.opinionCount
      common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: minedCount)
    }
    if document.ungrouped > 0 {
      common.note(
        "\(document.ungrouped) 条意见不属于任何一组，只作对比。",
        "\(document.ungrouped) opinions are in no group; they only count as the rest")
    }
    let isEmpty = document.groups.allSatisfy(\.terms.isEmpty)
    return (try TermsView(document: document, language: common.lang).text(format), isEmpty)
  }
}
