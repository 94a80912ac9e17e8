import ArgumentParser
import Minyi

/// `minyi verify`: workspaces and exported files against their manifests.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对工作区或导出的文件与其清单是否相符。",
    discussion: """
      Checks a workspace against its manifest: the file, every opinion, the results, and the last run made once more. With
      FILE: an exported file against FILE.manifest.json, and with --workspace exported once more. Exit status 1 where
      something differs.

      示例 example:  minyi verify --workspace 意见.sqlite
                     minyi verify 结果.xlsx --workspace 意见.sqlite
      """)

  @Argument(help: "导出的文件；没有则核对工作区。Exported files; the workspace where there are none.")
  var files: [String] = []

  @Flag(name: .long, help: "不重新归并，也不重新导出。Neither mine nor export once more.")
  var quick = false

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json"))
  var format = VerificationFormat.table

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    // A workspace of the environment is used where it is there; a named one must be.
    let opened = files.isEmpty || workspace.namedPath != nil ? try workspace.open(common) : nil
    let temporary = try TemporaryWorkspace()
    defer { temporary.remove() }
    let folder = temporary.folderPath
    var reports: [VerificationView.Report] = []
    if files.isEmpty, let opened {
      var verifier = WorkspaceVerifier(opened, folder: folder)
      verifier.minesAgain = !quick
      let checks = try ProgressBar(common).during { progress in
        verifier.progress = progress
        return try verifier.checks()
      }
      reports.append(.init(name: opened.path, checks: checks))
    }
    for file in files {
      let verifier = ExportVerifier(workspace: opened, folder: folder, exportsAgain: !quick)
      reports.append(.init(name: file, checks: try verifier.checks(ofFile: file)))
    }
    try opened?.close()
    let view = VerificationView(reports: reports, language: common.lang)
    try Terminal.write(format == .json ? view.json() : view.text)
    if reports.contains(where: { $0.checks.contains { $0.outcome == .failed } }) { throw ExitCode(1) }
  }
}

/// The forms that `verify` tells its findings in.
enum VerificationFormat: String, ExpressibleByArgument, CaseIterable { case table, json }
