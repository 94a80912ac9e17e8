import ArgumentParser
import Minyi

/// `minyi search QUERY`: full text over the workspace.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "在工作区里搜索意见：词、短语、组合条件；或找相似的意见。",
    discussion: """
      Searches the opinions of the workspace, best first: words, phrases, conditions; or opinions like another.

      示例 example:  minyi search '路灯 (不亮 OR 损坏) NOT 停电 place:东兴区 after:2025-01' --workspace 意见.sqlite
                     minyi search --like QH24110263 --workspace 意见.sqlite

      空格为“都要有”，另有 OR、NOT、括号、"短语"、路*；字段 title: place: channel: after: before: concern: theme:。
      繁体、全角、大小写不影响。Words are all needed; OR, NOT, brackets, "phrases"; fields as above.
      """)

  @Argument(help: ArgumentHelp("要找的内容。What to look for.", valueName: "query"))
  var query: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("找与这条意见相似的。Opinions like the one with this id.", valueName: "id"))
  var like: String?

  @Option(name: .long, help: ArgumentHelp("最多显示几条。Results at most.", valueName: "n"))
  var top = 10

  @Flag(
    name: .long,
    help: "匹配再多也全部排序，大工作区里会慢。Rank all matches, however many; slow in a large workspace.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func validate() throws {
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
    if query.isEmpty == (like == nil) {
      throw ValidationError("请写出要找的内容，或用 --like。(name what to look for, or --like ID)")
    }
  }

  func run() throws {
    let parsed = like == nil ? try SearchQuery(query.joined(separator: " ")) : nil
    try output.check()
    let opened = try workspace.open(common)
    var options = SearchOptions()
    options.top = top
    if all { options.rankedMatches = nil }
    let document = try ProgressBar(common).during { progress in
      if let like { return try opened.opinions(like: like, options, progress: progress) }
      return try opened.search(parsed ?? SearchQuery(""), options, progress: progress)
    }
    if document.unindexed > 0 {
      common.note(
        "有 \(document.unindexed) 条意见还没有编入索引（另一个程序正在写入），这次没有搜到它们。",
        "\(document.unindexed) opinions are not indexed yet (another program is writing) and were not searched"
      )
    }
    let view = SearchView(
      document: document, language: common.lang, isColoured: output.path == nil && Terminal.isColoured)
    let text = try view.text(format)
    try opened.close()
    try output.write(text)
    if document.results.isEmpty { throw ExitCode(1) }
  }
}
