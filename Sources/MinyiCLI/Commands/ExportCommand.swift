public import ArgumentParser
public import Minyi

/// `minyi export WHAT`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出：assignments（每条意见的归属）、agenda（议题清单）、opinions（全部意见）、xlsx（供会议用的工作簿）。",
    discussion: """
      Exports assignments (a line an opinion, ordered by id), the agenda, all opinions (which import reads back), or
      a workbook for the meeting with topics, messages, themes and notes. FILE.manifest.json beside the file says what
      it holds; verify compares the two.

      示例 example:  minyi export xlsx --workspace 意见.sqlite -o 结果.xlsx
                     minyi export opinions --format csv --workspace 意见.sqlite -o 意见.csv
      """)

  @Argument(
    help: ArgumentHelp("assignments、agenda、opinions 或 xlsx。What to export.", valueName: "what"))
  var what: ExportSettings.Content

  @Option(
    name: .long,
    help: ArgumentHelp(
      "输出格式；xlsx 只用于 opinions。Output format; xlsx for opinions only.", valueName: "json|jsonl|csv|md|xlsx"))
  var format = ExportFormat.jsonl

  @Option(
    name: .long,
    help: ArgumentHelp("xlsx 中列出留言的议题数。Topics of the workbook with their messages.", valueName: "n"))
  var top = 20

  @Option(
    name: .long, help: ArgumentHelp("评分方案。Profile of weights, a name or a .yaml file.", valueName: "name"))
  var profile = "balanced"

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
    if isWorkbook, output.output == nil || output.output == "-" {
      throw ValidationError("工作簿请用 -o 文件.xlsx 指明写到哪里。(name the workbook with -o FILE.xlsx)")
    }
    if format == .xlsx, what == .assignments || what == .agenda {
      throw ValidationError(
        "--format xlsx 只用于 opinions；议题的工作簿用 minyi export xlsx。(xlsx is for opinions; use `minyi export xlsx`)"
      )
    }
    if what == .opinions, ![.jsonl, .csv, .xlsx].contains(format) {
      throw ValidationError("opinions 的格式为 jsonl、csv 或 xlsx。(opinions are written as jsonl, csv or xlsx)")
    }
  }

  private var isWorkbook: Bool { what == .xlsx || format == .xlsx }

  private var settings: ExportSettings {
    ExportSettings(
      content: what, format: isWorkbook ? ExportFormat.xlsx.rawValue : format.rawValue, profile: profile,
      top: top,
      language: common.lang.rawValue, hasMark: !output.noBom)
  }

  func run() throws {
    try output.check()
    let opened = try workspace.open(common)
    let exporter = try Exporter(settings, of: opened)
    let notes: Exporter.Notes
    if let path = output.path {
      notes = try exporter.write(to: path)
      try writeManifest(of: path, opened)
    } else {
      var sink = TextSink { try Terminal.write($0) }
      notes = try exporter.write(to: &sink)
      try sink.flush()
    }
    try tell(notes, opened)
    try opened.close()
  }

  /// Devices have no place beside them.
  private func writeManifest(of path: String, _ opened: Workspace) throws {
    if OutputFile.isDevice(path) { return }
    let manifest = try ExportManifest(ofFile: path, settings, of: opened)
    try OutputFile.write(JSONText.pretty(manifest), to: ExportManifest.path(ofFile: path))
  }

  private func tell(_ notes: Exporter.Notes, _ opened: Workspace) throws {
    if let minedCount = notes.minedCount {
      common.noteUnmined(opinionCount: try opened.opinionCount(), minedCount: minedCount)
    }
    if notes.workbook.cutCount > 0 {
      common.note(
        "\(notes.workbook.cutCount) 个单元格超过 Excel 的上限 32767 字，已截断；全文请用 --format csv 或 jsonl。",
        "\(notes.workbook.cutCount) cells have more than Excel's 32,767 characters and were cut; csv and jsonl have all"
      )
    }
    if notes.workbook.surplusRowCount > 0 {
      common.note(
        "\(notes.workbook.surplusRowCount) 行超过 Excel 的上限 1048576 行，没有写入；请用 --format csv 或 jsonl。",
        "\(notes.workbook.surplusRowCount) rows past Excel's 1,048,576 were left out; csv and jsonl have all")
    }
    let personalData = try PersonalDataNote(of: opened)
    if what == .opinions || personalData == .kept {
      common.note(personalData.wording.zh, personalData.wording.en)
    }
  }
}

extension ExportSettings.Content: ExpressibleByArgument {}
