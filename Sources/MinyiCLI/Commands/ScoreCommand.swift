import ArgumentParser
import Minyi

/// `minyi score FILE`: new opinions against known concerns, a line each.
struct ScoreCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument { case jsonl, csv }

  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "给新意见打分：最近的诉求点、主题、是否已知、严重程度、优先级，一行进、一行出。",
    discussion: """
      Scores new opinions against the mined workspace, a line in, a line out, in their order: nearest concern, theme,
      known or new, severity, requests, priority, masked text. Streams.

      示例 example:  minyi score 新意见.jsonl --workspace 意见.sqlite > 结果.jsonl
                     tail -n +1 -f 队列.jsonl | minyi score - --workspace 意见.sqlite
      """)

  @Argument(help: "意见文件（- 为标准输入）；与 --watch 二选一。An opinion file (- is stdin), or --watch.")
  var file: String?

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "jsonl|csv"))
  var format = Format.jsonl

  @Option(
    name: .long,
    help: ArgumentHelp("从第几行（物理行号）开始，用于续做。Begin at this line of the file, to go on.", valueName: "n"))
  var fromLine = 1

  @Flag(name: .long, help: "遇到有误的行就停下（65）；默认写成错误对象并继续。Stop at the first malformed row (65).")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "把新意见中相似的组写入 JSON 文件。Write groups of new opinions that resemble each other as JSON.",
      valueName: "file"))
  var emerging: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "监视文件夹，来一个文件打一个，写成 文件名.scored.jsonl；Ctrl-C 结束。Score files as they arrive in a folder.",
      valueName: "folder"))
  var watch: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "诉求点得分所用的方案。Profile of the concerns' scores, a name or a .yaml file.", valueName: "name"))
  var profile = "balanced"

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (file == nil) != (watch == nil) else {
      throw ValidationError("请给出意见文件，或用 --watch 指定文件夹，二者取一。(name a file, or a folder with --watch)")
    }
    guard fromLine >= 1 else {
      throw ValidationError("--from-line 应为 1 或更大。(--from-line takes 1 or more)")
    }
    if watch != nil, fromLine > 1 || emerging != nil {
      throw ValidationError(
        "--from-line、--emerging 不与 --watch 同用。(--from-line and --emerging do not go with --watch)")
    }
  }

  func run() throws {
    let readOptions = try reading.readOptions()
    if let watch {
      try FolderWatch.check(watch, output.path)
      let scorer = try scorer()
      return try FolderWatch(folder: watch, outputFolder: output.path ?? watch, common: common).run(
        suffix: format.rawValue
      ) { path, sink, isInterrupted in
        try score(
          OpinionStream(path: path, options: readOptions), by: scorer, emerging: nil, nil,
          write: {
            if isInterrupted() { throw FolderWatch.Interruption() }
            try sink($0)
          })
      }
    }
    guard let file else { return }
    try output.check()
    if let emerging { try OutputFile.check(emerging) }
    let scorer = try scorer()
    let found = EmergingTexts()
    guard let stream = try stream(file, readOptions) else { return try output.write("") }
    let summary = try ProgressBar(common).during { progress in
      var summary = ScoringSummary()
      if output.path == nil {
        // Line by line, as they are there.
        summary = try score(stream, by: scorer, emerging: found, progress) { bytes in
          try bytes.withUnsafeBytes { try Terminal.write($0) }
        }
      } else {
        try output.stream { sink in
          summary = try score(stream, by: scorer, emerging: found, progress) { bytes in
            try sink.append { $0 += bytes }
          }
        }
      }
      return summary
    }
    try tell(summary, scorer.emergingGroups(found))
  }

  private func scorer() throws -> Scorer {
    let opened = try workspace.open(common)
    var options = AgendaOptions()
    options.profile = profile
    let scorer = try opened.scorer(options)
    common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: scorer.opinionCount)
    try opened.close()
    return scorer
  }

  /// nil for a file without a row: nothing in, nothing out.
  private func stream(_ file: String, _ options: ReadOptions) throws -> OpinionStream? {
    let opened = Result { try OpinionStream(path: file, options: options) }
    if case .failure(let error) = opened, let error = error as? FileError, error == .empty(path: file) {
      common.note("没有内容：\(file)", "nothing in it: \(file)")
      return nil
    }
    return try opened.get()
  }

  private func score(
    _ stream: OpinionStream, by scorer: Scorer, emerging: EmergingTexts?, _ progress: ProgressHandler?,
    write: ([UInt8]) throws -> Void
  ) throws -> ScoringSummary {
    var options = ScoringOptions()
    options.fromLine = fromLine
    options.isStrict = strict
    let text = ScoreText(format: format == .csv ? .csv : .jsonl, path: stream.path)
    if format == .csv {
      let mark = output.noBom ? "" : DelimitedText.byteOrderMark
      if fromLine == 1 { try write(Array((mark + DelimitedText.line(ScoreText.header)).utf8)) }
    }
    return try scorer.score(
      stream, options, emerging: emerging, progress: progress, render: { text.lines(of: $0) }, write: write)
  }

  private func tell(_ summary: ScoringSummary, _ document: EmergingDocument) throws {
    if let emerging { try OutputFile.write(try JSONText.pretty(document), to: emerging) }
    let view = ScoreSummaryView(language: common.lang)
    if !common.quiet { Terminal.writeError(view.text(summary, document)) }
  }
}
