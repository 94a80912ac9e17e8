import ArgumentParser
import Minyi

/// `minyi brief CONCERN` and `minyi brief --period 2025-06`.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "一页纸的议题建议表，或一个月（季、年）的社情民意专报；写成 Markdown、HTML 或 Word。",
    discussion: """
      One page on a concern for the meeting, or the bulletin of a month, quarter or year, as Markdown, HTML or Word (by the
      end of the file's name).

      示例 example:  minyi brief 3 --workspace 意见.sqlite -o 议题建议表.docx
                     minyi brief --period 2025-06 --workspace 意见.sqlite -o 社情民意专报.docx
      """)

  @Argument(help: ArgumentHelp("诉求点编号。The number of the concern.", valueName: "concern"))
  var concern: Int32?

  @Option(
    name: .long,
    help: ArgumentHelp("专报的时段：月、季或年。The period of the bulletin.", valueName: "2025-06|2025-Q2|2025"))
  var period: String?

  @Option(
    name: .long,
    help: ArgumentHelp("格式；默认按文件名，标准输出为 md。Format; by the file's name.", valueName: "md|html|docx"))
  var format: BriefFormat?

  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件（写完整或不写）。Write to a file, whole or not at all.", valueName: "file"))
  var output: String?

  func validate() throws {
    if (concern == nil) == (period == nil) {
      throw ValidationError("请给出诉求点编号，或 --period 时段。(give a concern, or --period)")
    }
    if let period, BriefPeriod(period) == nil {
      throw ValidationError("--period 应为 2025-06、2025-Q2 或 2025。(--period takes 2025-06, 2025-Q2 or 2025)")
    }
    if path == nil, format == .docx {
      throw ValidationError("Word 文件请用 -o 文件.docx 指明写到哪里。(name the file with -o FILE.docx)")
    }
    if let path, format == nil, BriefFormat(path: path) == nil {
      throw ValidationError(
        "看不出 \(path) 的格式，请用 .md、.html 或 .docx 结尾，或加 --format。(end the name with .md, .html or .docx)")
    }
  }

  /// The file; nil for stdout.
  private var path: String? { output == "-" ? nil : output }

  func run() throws {
    if let path { try OutputFile.check(path) }
    let opened = try workspace.open(common)
    let options = try ReportCommand.options(view, common)
    let brief: BriefDocument
    if let concern {
      brief = try opened.brief(of: ConcernID(rawValue: concern), options)
    } else {
      guard let period = period.flatMap({ BriefPeriod($0) }) else { return }
      brief = try opened.brief(of: period, options)
    }
    try opened.close()
    switch format ?? path.flatMap({ BriefFormat(path: $0) }) ?? .md {
    case .md: try write(BriefMarkdown(brief).text)
    case .html: try write(BriefPage(brief).html())
    case .docx:
      guard let path else { return }
      try OutputFile.replace(path) { try ZipWriter.write(BriefWord(brief).parts, to: $0) }
    }
  }

  private func write(_ text: String) throws {
    if let path { try OutputFile.write(text, to: path) } else { try Terminal.write(text) }
  }
}
