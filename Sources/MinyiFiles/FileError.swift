import MinyiModel

/// Why a file cannot be read at all. What is wrong with single rows is a `RowProblem`.
public enum FileError: Error, Sendable, Equatable {
  case notFound(path: String)
  case isFolder(path: String)
  /// `reason` is the system's own sentence, e.g. "Permission denied".
  case unreadable(path: String, reason: String)
  /// No bytes, or only white space.
  case empty(path: String)
  /// `kind` is e.g. "XLSX".
  case unsupportedFormat(path: String, kind: String)
  /// Neither text in a known encoding nor a known format.
  case binary(path: String)
  case unknownEncoding(name: String)
  /// The header line has bytes that are not of the encoding. `line` is 1-based, `byteOffset` from the file's start.
  case undecodable(path: String, encoding: String, line: Int, byteOffset: Int)
  /// The header line is not a row, e.g. because of a quote that is never closed.
  case badHeader(path: String, problem: RowProblem)
  /// No column is a body or a title.
  case noBodyColumn(path: String, columns: [String])
  case unknownMapColumn(path: String, field: String, column: String, columns: [String])
  case badMap(text: String, part: String, flaw: MapFlaw)

  public enum MapFlaw: Sendable, Equatable {
    case noEqualsSign, unknownField, noColumn, fieldTwice
  }

  /// The status of sysexits.h to leave a command with: 64 usage, 65 bad data, 66 no input.
  public var exitCode: Int32 {
    switch self {
    case .notFound, .isFolder, .unreadable: 66
    case .unknownEncoding, .unknownMapColumn, .badMap: 64
    case .empty, .unsupportedFormat, .binary, .undecodable, .badHeader, .noBodyColumn: 65
    }
  }
}
