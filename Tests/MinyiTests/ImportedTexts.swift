import Minyi
import TestSupport

/// A workspace with opinions imported and nothing mined.
struct ImportedTexts {
  let folder: TemporaryFolder
  var workspace: Workspace

  /// `lines` are JSON objects.
  init(_ lines: [String], threadCount: Int = 2, dictionaries: Dictionaries? = nil) throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(
      path: folder.path + "/w.sqlite",
      dictionaries: dictionaries ?? Dictionaries(path: ProjectFiles.path("Dictionaries")),
      threadCount: threadCount)
    _ = try workspace.importer().importFile(folder.file("意见.jsonl", lines.joined(separator: "\n")))
  }

  /// What `body` makes of `lines`; the workspace lasts for the call.
  static func read<Result>(_ lines: [String], threadCount: Int = 2, _ body: (Workspace) throws -> Result)
    throws -> Result
  {
    let texts = try ImportedTexts(lines, threadCount: threadCount)
    return try withExtendedLifetime(texts.folder) { try body(texts.workspace) }
  }

  /// The sample corpus as lines that can be shuffled.
  static func corpusLines() throws -> [String] {
    var lines: [String] = []
    try OpinionFile.open(ProjectFiles.path("Corpus/qinghe.csv")).forEachRow { row, _ in
      guard case .opinion(let record) = row else { return }
      let cells = OpinionField.allCases.compactMap { field in
        record[field].map { "\"\(field.rawValue)\":\"\(escaped($0))\"" }
      }
      lines.append("{" + cells.joined(separator: ",") + "}")
    }
    return lines
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\r", with: "").replacing("\t", with: " ")
  }
}
