import ArgumentParser
import Foundation
import Minyi

/// The language of what a person reads.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("界面语言。Language of what a person reads.", valueName: "zh|en"))
  var lang = Language.zh

  @Flag(name: .long, help: "不显示进度和说明。No progress and no notes on stderr.")
  var quiet = false

  @Flag(name: .long, help: "显示更多说明。More notes on stderr.")
  var verbose = false

  @Option(
    name: .long,
    help: ArgumentHelp("词典文件夹；none 为不用词典。Folder of dictionaries, or none.", valueName: "dir|none"))
  var dictionaries: String?

  @Option(name: .long, help: ArgumentHelp("线程数，不影响结果。Threads; no result depends on it.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads 应为 1 到 256。(--threads takes 1...256)")
    }
  }

  func loadedDictionaries() throws -> Dictionaries {
    dictionaries == "none" ? .none : try Dictionaries(path: dictionaries)
  }

  /// Tells that the results do not know all opinions, so that nothing is missing in silence.
  func noteUnmined(opinionCount: Int, minedCount: Int) {
    if opinionCount <= minedCount { return }
    note(
      "有 \(opinionCount - minedCount) 条意见在上次归并之后导入，不在结果中；请运行 minyi mine。",
      "\(opinionCount - minedCount) opinions came after the last mining and are not in the results; run `minyi mine`"
    )
  }

  /// Writes a note for the person to stderr, unless `--quiet`.
  func note(_ zh: String, _ en: String) {
    if !quiet { Terminal.writeError(lang(zh, en) + "\n") }
  }
}

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
