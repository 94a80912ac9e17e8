import Minyi

/// The opinions that a command looks at: of a workspace, or of a file that is read into a temporary one.
struct OpinionSource {
  /// Closed by whoever uses it, or removed.
  let workspace: Workspace
  private let temporary: TemporaryWorkspace?

  /// Opens the workspace, or reads `file` with the words that were decided in the workspace, where one is named.
  init(file: String?, reading: ReadingOptions, workspace: WorkspaceOptions, common: CommonOptions) throws {
    guard let file else {
      if workspace.path == nil {
        throw MinyiError(
          "请给出意见文件，或用 --workspace 指定工作区。(name a file, or a workspace with --workspace PATH)", exitCode: 64)
      }
      self.workspace = try workspace.open(common)
      temporary = nil
      if try self.workspace.opinionCount() == 0 {
        throw MinyiError(
          "工作区没有意见，请先运行 minyi import。(the workspace has no opinions; import some first)", exitCode: 66)
      }
      return
    }
    let options = try reading.readOptions()
    let files = try reading.files([file], options)
    let decisions = try workspace.namedPath.map { path in
      try Workspace(path: path, mode: .existing, dictionaries: .empty).wordDecisions()
    }
    let temporary = try TemporaryWorkspace()
    self.temporary = temporary
    var opened = try Workspace(
      path: temporary.path, dictionaries: common.loadedDictionaries(), threadCount: common.threads)
    try opened.keep(decisions ?? [])
    self.workspace = opened
    var importer = opened.importer()
    importer.options = options
    let reports = try ProgressBar(common).during { progress in
      importer.progress = progress
      return try files.map { try importer.importFile($0) }
    }
    if common.verbose || reports.contains(where: { $0.record.malformed > 0 }) {
      let fates = ImportView(language: common.lang).text(reports, isVerbose: common.verbose)
      common.note(String(fates.dropLast()), String(fates.dropLast()))
    }
    if try opened.opinionCount() == 0 {
      throw MinyiError("没有可用的意见：所有行都是空白或有误。(no opinions: every row is blank or malformed)", exitCode: 65)
    }
  }

  /// True if the opinions were read from a file.
  var isTemporary: Bool { temporary != nil }

  /// Removes what was made for the file.
  func remove() { temporary?.remove() }
}
