import ArgumentParser
import Minyi

/// `minyi import FILE…`: into the workspace.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "把意见文件导入工作区，逐行说明去向。",
    discussion: """
      Brings opinion files into the workspace and prints the fate of every row.

      示例 example:  minyi import 意见.csv --workspace 意见.sqlite --map body=内容,time=日期
      """)

  @Argument(help: "意见文件（- 为标准输入）。Opinion files (- is stdin).")
  var files: [String]

  @Flag(name: .long, help: "只看结果，不写入。Show what would happen, write nothing.")
  var dryRun = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let options = try reading.readOptions()
    try reading.check(files, options)
    let path = dryRun ? workspace.existingPath : try workspace.requiredPath()
    let temporary = path == nil ? try TemporaryWorkspace() : nil
    defer { temporary?.remove() }
    let opened = try Workspace(
      path: path ?? temporary?.path ?? "", dictionaries: common.loadedDictionaries(),
      threadCount: common.threads)
    var importer = opened.importer()
    importer.options = options
    importer.isDryRun = dryRun
    for file in files {
      let report = try ProgressBar(common).during { progress in
        importer.progress = progress
        return try importer.importFile(file)
      }
      if dryRun || common.verbose { try Terminal.write(columns(report)) }
      try Terminal.write(ImportView(language: common.lang).text([report], isVerbose: common.verbose))
    }
    try opened.close()
  }

  private func columns(_ report: ImportReport) -> String {
    var table = TextTable(columns: [
      .init(title: common.lang("列", "column"), isFlexible: true), .init(title: common.lang("作为", "read as")),
    ])
    table.rows = report.columns.map { [$0.name, $0.field?.rawValue ?? common.lang("（保留）", "(kept)")] }
    return table.text(width: Terminal.columnCount)
  }
}
