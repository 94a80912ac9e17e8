import ArgumentParser
import Minyi

/// `minyi dict check FILE`: what the words of a file would change.
struct DictCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "试用一个词表：每个词原来怎样切、会改变哪些例句。",
    discussion: """
      Says for every word of a file what it is cut into without it, and which sentences it would change.

      示例 example:  minyi dict check 新词.txt --workspace 意见.sqlite
      """)

  @Argument(
    help: "词表：一行一个词，或“词<TAB>类别”（- 为标准输入）。A word a line, or word<TAB>class (- is stdin).")
  var file: String

  @Option(
    name: .long, help: ArgumentHelp("从这个意见文件取例句。An opinion file to take sentences from.", valueName: "file"))
  var texts: String?

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file == "-" && texts == "-" {
      throw ValidationError("词表和 --texts 不能都来自标准输入。(the words and --texts cannot both be stdin)")
    }
  }

  func run() throws {
    try output.check()
    let words = try LexiconFile(path: file)
    if words.entries.isEmpty && words.problems.isEmpty {
      throw MinyiError("没有词：\(file)。(no words in it)", exitCode: 65)
    }
    let source =
      texts == nil && workspace.namedPath == nil
      ? nil : try OpinionSource(file: texts, reading: reading, workspace: workspace, common: common)
    defer { source?.remove() }
    let dictionaries = try source?.workspace.dictionaries ?? common.loadedDictionaries()
    let document = try ProgressBar(common).during { progress in
      var checker = LexiconChecker(
        dictionaries: dictionaries, threads: source?.workspace.threads ?? ParallelChunks(threadCount: 1))
      checker.progress = progress
      return try checker.check(words, in: source?.workspace)
    }
    try source?.workspace.close()
    try output.write(try LexiconCheckView(document: document, language: common.lang).text(format))
    for problem in document.problems {
      Terminal.writeError("\(file):\(problem.line) “\(problem.text)”：\(problem.reason)\n")
    }
    if !document.problems.isEmpty { throw ExitCode(1) }
  }
}
