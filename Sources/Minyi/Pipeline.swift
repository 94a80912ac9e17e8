public import MinyiAgenda
public import MinyiFiles
public import MinyiStore

/// The whole way of opinions: from files to a ranked agenda.
public struct Pipeline: Sendable {
  /// How files are read; of those that are open already they say nothing.
  public var readOptions = ReadOptions()
  /// See `OpinionImporter.keepsPersonalData`.
  public var keepsPersonalData = false
  /// Part of the run's manifest.
  public var mineOptions = MineOptions()
  /// Profile, lens and list of the agenda.
  public var agendaOptions = AgendaOptions()
  /// Told of the steps read, index, group, name and rank.
  public var progress: ProgressHandler?
  /// Where opinions and results are kept; opinions that are there already take part.
  public let workspace: Workspace

  /// A pipeline with the usual options.
  public init(workspace: Workspace) { self.workspace = workspace }

  /// What a run gives.
  public struct Outcome: Sendable {
    /// What became of each file, in the order in which they were given.
    public var imports: [ImportReport]
    /// What was found, with the changes that analysts made in earlier results.
    public var results: RunResult
    /// The ranked topics of `results`.
    public var agenda: Agenda
  }

  /// Reads `files`, mines the workspace and ranks what was found.
  public func run(_ files: [String]) throws -> Outcome { try run(files.map { .path($0) }) }

  /// The same for files that may be open already; then `readOptions` have no part in them any more.
  public func run(_ files: [OpinionInput]) throws -> Outcome {
    // 1. read, 2. clean, 3. keep
    var importer = workspace.importer()
    importer.options = readOptions
    importer.keepsPersonalData = keepsPersonalData
    importer.progress = progress
    let imports = try files.map { try importer.importFile($0) }
    guard try workspace.opinionCount() > 0 else {
      throw MinyiError.noOpinions
    }
    // 4. segment, 5. index, 6. group
    let mined = try workspace.mined(mineOptions, progress: progress)
    // 7. rank, while the results are written
    progress?(Progress(step: .rank, completed: 0, total: 1))
    let ((results, agenda), _) = try workspace.threads.both {
      let results = try workspace.store.editedResults(mined)
      return (results, try workspace.agenda(agendaOptions, of: results))
    } _: {
      try workspace.store.replaceResults(by: mined)
    }
    progress?(Progress(step: .rank, completed: 1, total: 1))
    // 8. to be shown by the caller
    return Outcome(imports: imports, results: results, agenda: agenda)
  }
}
