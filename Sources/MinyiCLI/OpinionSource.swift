import Minyi

/// The opinions that a command looks at: of a workspace, or of files that are read into a temporary one.
struct OpinionSource {
  /// Closed by whoever uses it, or removed.
  let workspace: Workspace
  private let temporary: TemporaryWorkspace?

  /// The same for one file, if it is given.
  init(file: String?, reading: ReadingOptions, workspace: WorkspaceOptions, common: CommonOptions) throws {
    try self.init(
      files: file.map { [$0] } ?? [], reading: reading, workspace: workspace, common: common)
  }

  /// Opens the workspace, or reads `files` with the words that were decided in the workspace, where one is named.
  init(files: [String], reading: ReadingOptions, workspace: WorkspaceOptions, common: CommonOptions) throws {
    try OpinionSource.check(files: files, workspace: workspace)
    if files.isEmpty {
      self.workspace = try workspace.open(common)
      temporary = nil
      if try self.workspace.opinionCount() == 0 {
        throw MinyiError(
          "工作区没有意见，请先运行 minyi import。(the workspace has no opinions; import some first)", exitCode: 66)
      }
      return
    }
    let options = try reading.readOptions()
    let files = try reading.files(files, options)
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
      throw MinyiError.noOpinions
    }
  }

  /// Throws where there is neither a file nor a workspace.
  static func check(files: [String], workspace: WorkspaceOptions) throws {
    if files.isEmpty, workspace.path == nil {
      throw MinyiError(
        "请给出意见文件，或用 --workspace 指定工作区。(name a file, or a workspace with --workspace PATH)", exitCode: 64)
    }
  }

  /// True if the opinions were read from files.
  var isTemporary: Bool { temporary != nil }

  /// Removes what was made for the files.
  func remove() { temporary?.remove() }
}
