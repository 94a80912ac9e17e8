import ArgumentParser
import Minyi

/// `minyi evaluate --gold FILE`: how good the themes and concerns are.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "用人工归好的类检验主题和诉求点：一致程度、用词、稳定性。",
    discussion: """
      Compares themes and concerns with gold classes (NMI, V-measure, ARI, accuracy, purity, best-match F1) and looks
      at their words (NPMI, distinct labels) and at how much they change from sample to sample.

      示例 example:  minyi evaluate --gold 类别.csv --workspace 意见.sqlite
                     minyi evaluate --gold 类别.xlsx --class-column 一级标签 意见.csv --themes 7
      """)

  @Argument(help: "意见文件、文件夹或通配符；不给则用工作区的结果。Opinion files; else the results of the workspace.")
  var files: [String] = []

  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var mining: MiningOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  func validate() throws {
    if files.isEmpty, mining.themes != nil {
      throw ValidationError(
        "--themes 只与意见文件同用；工作区请先运行 minyi mine --themes。(--themes goes with files; else use `minyi mine`)")
    }
    if evaluation.gold == "-", files.contains("-") {
      throw ValidationError("标准输入只能读一次。(stdin can be read once only)")
    }
  }

  func run() throws {
    try output.check()
    try OpinionSource.check(files: files, workspace: workspace)
    // The short file first: what is wrong with it is told before the long work.
    let gold = try GoldFile(
      path: evaluation.gold, idColumn: evaluation.idColumn, classColumn: evaluation.classColumn)
    let source = try OpinionSource(files: files, reading: reading, workspace: workspace, common: common)
    defer { source.remove() }
    let scratch = try TemporaryWorkspace()
    defer { scratch.remove() }
    let opened = source.workspace
    let document = try ProgressBar(common).during { progress in
      if source.isTemporary { try opened.mine(mining.mineOptions, progress: progress) }
      return try opened.evaluation(
        against: gold, resamples: evaluation.resamples, in: scratch.folderPath, progress: progress)
    }
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: document.opinions)
    try opened.close()
    note(gold.themes)
    if gold.concerns.classColumn != gold.themes.classColumn { note(gold.concerns) }
    try output.write(EvaluationView(document: document, language: common.lang).text(format))
  }

  /// Tells which rows of the gold labels were not used.
  private func note(_ labels: GoldLabels) {
    if labels.malformedCount == 0 { return }
    common.note(
      "\(labels.file)：\(labels.malformedCount) 行不能用：",
      "\(labels.file): \(labels.malformedCount) rows cannot be used:")
    for sentence in labels.notes { common.note("  " + sentence, "  " + sentence) }
  }
}
