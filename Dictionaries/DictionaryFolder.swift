import Foundation

/// Where the dictionaries that come with the program lie.
public enum DictionaryFolder {
  /// The folder, or nil if it was left behind.
  ///
  /// Looked for in this order: `MINYI_DICTIONARIES`; `Dictionaries` or the build's resource folder beside the
  /// program; `share/minyi/dictionaries` beside the program's `bin`.
  public static var path: String? {
    let environment = ProcessInfo.processInfo.environment["MINYI_DICTIONARIES"].map { [$0] } ?? []
    let program = URL(fileURLWithPath: programPath).resolvingSymlinksInPath().deletingLastPathComponent()
    let besides = [
      "Dictionaries", "minyi_MinyiDictionaries.resources", "../share/minyi/dictionaries",
      "../../../minyi_MinyiDictionaries.resources",
    ].map { program.appendingPathComponent($0).standardizedFileURL.path }
    return (environment + besides).first { FileManager.default.fileExists(atPath: $0 + "/lexicon.tsv") }
  }

  private static var programPath: String {
    #if os(Linux)
      return "/proc/self/exe"
    #else
      return Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    #endif
  }
}
