import MinyiModel

/// Why a file cannot be read at all. What is wrong with single rows is a `RowProblem`.
public enum FileError: Error, Sendable, Equatable {
  /// There is no file at `path`.
  case notFound(path: String)
  /// `path` is a folder.
  case isFolder(path: String)
  /// `reason` is the system's own sentence, e.g. "Permission denied".
  case unreadable(path: String, reason: String)
  /// `reason` is a sentence of the system or of the library that writes.
  case unwritable(path: String, reason: String)
  /// No bytes, or only white space.
  case empty(path: String)
  /// `kind` is e.g. "XLS".
  case unsupportedFormat(path: String, kind: String)
  /// Neither text in a known encoding nor a known format.
  case binary(path: String)
  /// There is no encoding of that name, or not one whose lines end as those of ASCII do.
  case unknownEncoding(name: String)
  /// The header line has bytes that are not of the encoding. `line` is 1-based, `byteOffset` from the file's start.
  case undecodable(path: String, encoding: String, line: Int, byteOffset: Int)
  /// The header line is not a row, e.g. because of a quote that is never closed.
  case badHeader(path: String, problem: RowProblem)
  /// No column is a body or a title.
  case noBodyColumn(path: String, columns: [String])
  /// A workbook that opens with a password only.
  case passwordProtected(path: String)
  /// A part of a workbook that is cut off, fails its checksum or is not what it should be.
  case damaged(path: String, part: String, detail: String)
  /// A part of a workbook unpacks to far more than it takes: made to exhaust the reader.
  case unpacksTooLarge(path: String, part: String)
  /// `sheet` is neither the name nor the number of one of `sheets`.
  case unknownSheet(path: String, sheet: String, sheets: [String])
  /// A sheet is named, and the file is no workbook.
  case noSheets(path: String, sheet: String)
  /// A map names a `column` for `field` that is not among `columns`.
  case unknownMapColumn(path: String, field: String, column: String, columns: [String])
  /// A file of labels without the column that `option` names; `column` nil: none has a name that is known.
  case noLabelColumn(path: String, option: String, column: String?, columns: [String])
  /// `part` of the map `text` cannot be read.
  case badMap(text: String, part: String, flaw: MapFlaw)

  /// What is wrong with a part of a map.
  public enum MapFlaw: Sendable, Equatable {
    /// No `=` in it; the field's name is none; nothing behind the `=`; the field was named before.
    case noEqualsSign, unknownField, noColumn, fieldTwice
  }

  /// The status of sysexits.h to leave a command with: 64 usage, 65 bad data, 66 no input, 73 cannot write.
  public var exitCode: Int32 {
    switch self {
    case .notFound, .isFolder, .unreadable: 66
    case .unwritable: 73
    case .unknownEncoding, .unknownMapColumn, .unknownSheet, .noSheets, .badMap: 64
    case .noLabelColumn(_, _, let column, _): column == nil ? 65 : 64
    case .empty, .unsupportedFormat, .binary, .undecodable, .badHeader, .noBodyColumn, .passwordProtected,
      .damaged, .unpacksTooLarge:
      65
    }
  }
}
