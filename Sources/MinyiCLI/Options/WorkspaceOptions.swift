import ArgumentParser
import Foundation
import Minyi

/// Which workspace a command works on.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "工作区文件（也可用环境变量 MINYI_WORKSPACE）。The workspace file; or set MINYI_WORKSPACE.", valueName: "path"))
  var workspace: String?

  /// The path given, or the one in the environment.
  var path: String? { workspace ?? ProcessInfo.processInfo.environment["MINYI_WORKSPACE"] }

  /// The path if there is a file already.
  var existingPath: String? { path.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil } }

  /// A path to look at beside something else: the one given, or the one in the environment if it is there already.
  var namedPath: String? { workspace ?? existingPath }

  /// The path that a command cannot do without.
  func requiredPath() throws -> String {
    guard let path else {
      throw MinyiError("请用 --workspace 指定工作区文件。(name the workspace with --workspace PATH)", exitCode: 64)
    }
    return path
  }

  /// The workspace, which must be there.
  func open(_ common: CommonOptions) throws -> Workspace {
    try Workspace(
      path: requiredPath(), mode: .existing, dictionaries: common.loadedDictionaries(),
      threadCount: common.threads)
  }
}
