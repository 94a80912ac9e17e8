import Minyi
import TestSupport

/// A workspace with the sample corpus, or with files of a test's own, imported and mined.
struct SampleRun {
  let folder: TemporaryFolder
  let workspace: Workspace
  let outcome: Pipeline.Outcome

  init(
    _ files: [String] = [ProjectFiles.path("Corpus/qinghe.csv")], threadCount: Int = 2,
    dictionaries: Dictionaries? = nil
  ) throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(
      path: folder.path + "/w.sqlite",
      dictionaries: dictionaries ?? Dictionaries(path: ProjectFiles.path("Dictionaries")),
      threadCount: threadCount)
    outcome = try Pipeline(workspace: workspace).run(files)
  }

  /// A line for each opinion and for each topic: everything that a user can export.
  func export() throws -> [String] {
    let document = try workspace.document(of: outcome.agenda, results: outcome.results, top: .max)
    return try workspace.assignments().map {
      "\($0.key) \($0.concern?.rawValue ?? 0) \($0.theme?.rawValue ?? 0)"
    } + document.topics.map { "\($0)" }
  }
}
