import MinyiModel

/// A table that gives opinions a label each: gold classes, for example. Any format that opinions come in.
///
/// Ids are read as those of opinions are, so that they meet. Rows are read as opinions whose text is the label.
public struct LabelFile: Sendable {
  /// As given; "-" for standard input.
  public let path: String
  private let bytes: FileBytes

  /// The option that names the column of ids, as errors call it.
  public static let idOption = "--id-column"
  /// The one that names the column of classes.
  public static let labelOption = "--class-column"

  /// Loads the file at `path` (`-` is standard input, read to its end).
  public init(path: String) throws(FileError) {
    self.path = path
    bytes = try FileBytes.load(path)
  }

  /// The names of the columns, in file order. Throws a `FileError` for what is no table.
  public func columns() throws(FileError) -> [String] {
    switch open([:]) {
    case .success(let file): return file.columns.map(\.name)
    case .failure(.noBodyColumn(_, let columns)): return columns
    case .failure(let error): throw error
    }
  }

  /// The first of `names` that one of `columns` has, as it stands there. Case, width and spaces do not matter.
  public static func column(named names: some Sequence<String>, among columns: [String]) -> String? {
    let keys = columns.map(HeaderNames.normalized)
    for name in names {
      if let index = keys.firstIndex(of: HeaderNames.normalized(name)) { return columns[index] }
    }
    return nil
  }

  /// Calls `body` for every row in file order and returns the name of the column of ids.
  ///
  /// - Parameter idColumn: nil: the first column with a name that ids of opinions have.
  ///
  /// Throws what `body` throws, and `FileError.noLabelColumn` where a column is not there.
  public func forEachRow(
    idColumn: String?, labelColumn: String, _ body: (LabelRow) throws -> Void
  ) throws -> String {
    var map: [OpinionField: String] = [.body: labelColumn]
    if let idColumn { map[.id] = idColumn }
    let file: OpinionFile
    switch open(map) {
    case .success(let opened): file = opened
    case .failure(.unknownMapColumn(_, let field, let column, let columns)):
      let isID = field == OpinionField.id.rawValue
      throw FileError.noLabelColumn(
        path: path, option: isID ? LabelFile.idOption : LabelFile.labelOption, column: column,
        columns: columns)
    case .failure(let error): throw error
    }
    guard let ids = file.columns.first(where: { $0.field == .id }) else {
      throw FileError.noLabelColumn(
        path: path, option: LabelFile.idOption, column: nil, columns: file.columns.map(\.name))
    }
    try file.forEachRow { outcome, _ in try body(LabelFile.row(outcome)) }
    return ids.name
  }

  /// Calls `body` for every row in file order as it is read, with `column` as the text.
  public func forEachRow(text column: String, _ body: (RowOutcome) throws -> Void) throws {
    try open([.body: column]).get().forEachRow { outcome, _ in try body(outcome) }
  }

  private static func row(_ outcome: RowOutcome) -> LabelRow {
    switch outcome {
    case .blank(let line): return .unlabelled(line: line)
    case .malformed(let problem):
      // An object without the key of the label.
      if case .noBody = problem.reason { return .unlabelled(line: problem.line) }
      return .malformed(problem)
    case .opinion(let record):
      // A title alone is no label.
      guard let label = record[.body].map(Whitespace.trimmed) else { return .unlabelled(line: record.line) }
      guard let id = record[.id] else { return .noID(line: record.line) }
      return .label(line: record.line, id: id, label: label)
    }
  }

  private func open(_ map: [OpinionField: String]) -> Result<OpinionFile, FileError> {
    let found = open(ReadOptions(map: map))
    // Two short columns look like lines of text; here they are a table.
    if case .success(let file) = found, file.format == .text {
      return open(ReadOptions(map: map, format: .csv))
    }
    return found
  }

  private func open(_ options: ReadOptions) -> Result<OpinionFile, FileError> {
    do throws(FileError) { return .success(try Opening(path: path, options: options).open(bytes)) } catch {
      return .failure(error)
    }
  }
}
