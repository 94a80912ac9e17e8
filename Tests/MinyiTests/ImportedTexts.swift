import GRDB
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

  /// Changes the workspace as another program would.
  func change(by sql: String) throws {
    let database = try DatabaseQueue(path: workspace.path)
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  /// Every row of every table.
  func content() throws -> [String] {
    let database = try DatabaseQueue(path: workspace.path)
    let rows = try database.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .flatMap {
          table in try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
        }
    }
    try database.close()
    return rows
  }
}
