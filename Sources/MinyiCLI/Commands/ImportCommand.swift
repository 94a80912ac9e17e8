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

  @Argument(help: "意见文件、文件夹或通配符（- 为标准输入）。Opinion files, folders or patterns (- is stdin).")
  var files: [String]

  @Flag(name: .long, help: "只看结果，不写入。Show what would happen, write nothing.")
  var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "把第一个文件的列对应写入文件，供 --map-file 使用。Write the first file's map for --map-file.", valueName: "file"))
  var saveMap: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var personalData: PersonalDataOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let options = try reading.readOptions()
    let files = try reading.files(files, options)
    if let saveMap { try OutputFile.check(saveMap) }
    let path = dryRun ? workspace.existingPath : try workspace.requiredPath()
    let temporary = path == nil ? try TemporaryWorkspace() : nil
    defer { temporary?.remove() }
    let opened = try Workspace(
      path: path ?? temporary?.path ?? "", dictionaries: common.loadedDictionaries(),
      threadCount: common.threads)
    var importer = opened.importer()
    importer.options = options
    importer.isDryRun = dryRun
    importer.keepsPersonalData = personalData.keepPersonalData
    if !dryRun { personalData.warn(common) }
    var records: [ImportRecord] = []
    for (i, file) in files.enumerated() {
      let report = try ProgressBar(common).during { progress in
        importer.progress = progress
        return try importer.importFile(file)
      }
      records.append(report.record)
      if dryRun || common.verbose {
        try Terminal.write(
          ColumnView(report: report, language: common.lang).text(width: Terminal.columnCount))
      }
      try Terminal.write(ImportView(language: common.lang).text([report], isVerbose: common.verbose))
      if i == 0, let saveMap {
        try OutputFile.write(MappingFile(columns: report.columns, options: options).text(), to: saveMap)
      }
    }
    try opened.close()
    if dryRun {
      common.note("以上为预演，没有写入工作区。", "a dry run: nothing was written")
    }
    let isAllBad = !records.contains { $0.imported + $0.updated + $0.unchanged > 0 }
    if isAllBad, records.contains(where: { $0.malformed > 0 }) {
      throw MinyiError.noOpinions
    }
  }
}
