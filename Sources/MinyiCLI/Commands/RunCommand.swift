import ArgumentParser
import Minyi

/// `minyi run FILE…`: the main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "一步到位：导入文件、归并诉求、打印议题清单。",
    discussion: """
      The main job: import, mine, rank, print the agenda.

      示例 example:  minyi run 意见.csv --workspace 意见.sqlite --top 10
      """)

  @Argument(help: "意见文件、文件夹或通配符（- 为标准输入）。Opinion files, folders or patterns (- is stdin).")
  var files: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var personalData: PersonalDataOptions
  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var mining: MiningOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json|jsonl|csv|md"))
  var format = OutputFormat.table

  @Option(
    name: .long, help: ArgumentHelp("另写一份 HTML 报告。Write a report in HTML as well.", valueName: "file.html"))
  var report: String?

  func run() throws {
    let readOptions = try reading.readOptions()
    // All that can be wrong is looked at before the workspace is made and the work begins.
    let files = try reading.files(files, readOptions)
    try output.check()
    if let report { try OutputFile.check(report) }
    let dictionaries = try common.loadedDictionaries()
    try view.check(dictionaries)
    let temporary = workspace.path == nil ? try TemporaryWorkspace() : nil
    defer { temporary?.remove() }
    let opened = try Workspace(
      path: workspace.path ?? temporary?.path ?? "", dictionaries: dictionaries, threadCount: common.threads)
    var pipeline = Pipeline(workspace: opened)
    pipeline.readOptions = readOptions
    pipeline.keepsPersonalData = personalData.keepPersonalData
    personalData.warn(common)
    pipeline.mineOptions = mining.mineOptions
    pipeline.agendaOptions = try view.agendaOptions()
    let outcome: Pipeline.Outcome
    do {
      outcome = try ProgressBar(common).during { progress in
        pipeline.progress = progress
        return try pipeline.run(files)
      }
    } catch let error as MinyiError {
      noteFates(of: files.count, in: opened)
      throw error
    }
    if !common.quiet {
      Terminal.writeError(ImportView(language: common.lang).text(outcome.imports, isVerbose: common.verbose))
      let results = outcome.results
      common.note(
        "\(results.record.opinionCount) 条意见、\(results.record.documentCount) 种文本 → "
          + "\(results.concerns.count) 个诉求点、\(results.themes.count) 个主题",
        "\(results.record.opinionCount) opinions, \(results.record.documentCount) texts → "
          + "\(results.concerns.count) concerns, \(results.themes.count) themes")
    }
    let text = try AgendaView(
      outcome.agenda, of: opened, results: outcome.results, top: view.top, language: common.lang,
      isColoured: output.path == nil && Terminal.isColoured
    ).text(format)
    let page = try report.map { _ in
      try ReportPage(
        opened.report(
          ReportCommand.options(view, common), of: outcome.results, agenda: outcome.agenda),
        threads: opened.threads
      ).html()
    }
    try opened.close()
    if let report, let page { try OutputFile.write(page, to: report) }
    try output.write(text)
    ProcessLifetime.keep(outcome)
    if outcome.agenda.topics.isEmpty { throw ExitCode(1) }
  }

  /// Tells what became of the rows when there is nothing to rank.
  private func noteFates(of fileCount: Int, in opened: Workspace) {
    let records = (try? opened.imports().suffix(fileCount)) ?? []
    for record in records {
      let summary = ImportView(language: common.lang).summary(record)
      common.note(summary, summary)
    }
  }
}
