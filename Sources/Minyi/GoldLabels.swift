import MinyiFiles

/// The classes that somebody gave opinions, read from one column of a file.
public struct GoldLabels: Sendable {
  /// The name of the file without its folder.
  public let file: String
  /// The column of ids, as the file calls it.
  public let idColumn: String
  /// The column of classes, as the file calls it.
  public let classColumn: String
  /// By the opinion's id.
  public private(set) var classOf: [String: String] = [:]
  /// Rows that were read, blank lines among them.
  public private(set) var rowCount = 0
  /// Rows without a class, blank lines among them.
  public private(set) var unlabelledCount = 0
  /// Rows that cannot be used.
  public private(set) var malformedCount = 0
  /// Sentences about these, each with file and line; the first `noteLimit` of them.
  public private(set) var notes: [String] = []

  /// Notes that are kept at most.
  public static let noteLimit = ImportReport.noteLimit

  /// Reads `classColumn` of `source`. Of an id with two classes the first stays, the other row counts as malformed.
  ///
  /// Throws a `MinyiError` (65) if no row has a class.
  init(_ source: LabelFile, idColumn wanted: String?, classColumn: String) throws {
    file = source.path == "-" ? "-" : String(source.path.split(separator: "/").last ?? "-")
    self.classColumn = classColumn
    var rows: [LabelRow] = []
    idColumn = try source.forEachRow(idColumn: wanted, labelColumn: classColumn) { rows.append($0) }
    var lines: [String: Int] = [:]
    for row in rows {
      rowCount += 1
      switch row {
      case .unlabelled: unlabelledCount += 1
      case .malformed(let problem): note(problem.message(path: source.path))
      case .noID(let line): note("\(source.path):\(line) 有类别而没有编号（a class without an id）")
      case .label(let line, let id, let label):
        if let known = classOf[id], let first = lines[id] {
          if known != label {
            note("\(source.path):\(line) 编号 \(id) 与第 \(first) 行类别不同（another class than on line \(first)）")
          }
        } else {
          (classOf[id], lines[id]) = (label, line)
        }
      }
    }
    if classOf.isEmpty {
      throw MinyiError(
        "“\(classColumn)”列没有一个可用的类别：\(source.path)，读取 \(rowCount) 行。请用 --class-column 指明类别列。"
          + (notes.first.map { "例如：\($0)" } ?? "") + "（no row has a class; name its column）", exitCode: 65)
    }
  }

  private mutating func note(_ sentence: String) {
    malformedCount += 1
    if notes.count < GoldLabels.noteLimit { notes.append(sentence) }
  }
}
