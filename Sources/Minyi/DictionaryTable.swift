import Foundation
import MinyiText

/// A tab-separated dictionary file: lines of a fixed number of columns; `#` starts a comment line.
struct DictionaryTable {
  let path: String
  /// Line number and cells of every row.
  let rows: [(line: Int, cells: [String])]

  /// Reads `path`, every row of which must have `columns` (named for messages).
  init(path: String, columns: [String]) throws(TextError) {
    self.path = path
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .missingDictionary(path: path) }
    // Editors on Windows put a byte order mark before UTF-8; it would be a part of the first word.
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let text = String(validating: marked, as: UTF8.self) else {
      throw .dictionary(path: path, line: 1, expected: "UTF-8", got: "其他编码")
    }
    var rows: [(line: Int, cells: [String])] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == columns.count, cells[0] != "" else {
        let expected = "\(columns.count) 列（\(columns.joined(separator: "、"))）"
        throw .dictionary(path: path, line: number + 1, expected: expected, got: String(line))
      }
      rows.append((number + 1, cells))
    }
    self.rows = rows
  }

  /// The value of cell `column` in `row` as one of `allowed`.
  func value<Value>(_ row: (line: Int, cells: [String]), _ column: Int, _ allowed: [String: Value])
    throws(TextError) -> Value
  {
    if let value = allowed[row.cells[column]] { return value }
    let expected = allowed.keys.sorted().joined(separator: " / ")
    throw .dictionary(path: path, line: row.line, expected: expected, got: row.cells[column])
  }
}
