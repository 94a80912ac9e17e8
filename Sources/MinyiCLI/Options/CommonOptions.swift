import ArgumentParser
import Foundation
import Minyi

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
    dictionaries == "none" ? .empty : try Dictionaries(path: dictionaries)
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
