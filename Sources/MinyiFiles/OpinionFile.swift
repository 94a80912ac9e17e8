/// A file of opinions, opened: its format, encoding and columns are known, its rows can be read.
public struct OpinionFile: Sendable {
  /// As given; "-" for standard input.
  public let path: String
  /// As it is read: what the user said, unless the bytes tell otherwise.
  public let format: FileFormat
  /// The canonical name, e.g. "UTF-8" or "GB18030".
  public let encoding: String
  /// What `encoding` goes by.
  public let encodingBasis: EncodingBasis
  /// Of a table, all columns; of JSON, the keys of the first objects; of text, its one column "text".
  public let columns: [ColumnUse]
  /// Of the file as it is on the disk, or of all that came through standard input.
  public let byteCount: Int

  let layout: Layout

  /// How the rows are to be read.
  enum Layout: Sendable {
    case table(TableRows, content: FileContent)
    case jsonLines(JSONLineRows, content: FileContent)
    /// `content` is the file in UTF-8: the file itself, or a decoded copy.
    case jsonArray(JSONArrayRows, content: FileContent)
    case text(TextRows, content: FileContent)
    case sheet(SheetRows)
  }

  /// Opens the file at `path` (`-` is standard input, read to its end) and finds out how to read it.
  ///
  /// Throws a `FileError` if there is no such file, it is no text, or no column of it is a body or a title. A file that
  /// has a header and no rows opens. O(bytes): the whole file is checked for UTF-8.
  public static func open(_ path: String, options: ReadOptions = ReadOptions()) throws(FileError)
    -> OpinionFile
  {
    try Opening(path: path, options: options).open()
  }

  /// Calls `body` for every row in file order, with the number of bytes read so far, 0...`byteCount`.
  ///
  /// Every row has exactly one outcome, and lines never decrease. Throws what `body` throws, and a `FileError` for a
  /// workbook that turns out to be damaged. May be called more than once. O(bytes); memory does not grow with the file,
  /// except for a JSON array that is not UTF-8.
  @discardableResult
  public func forEachRow(_ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws -> SheetFacts? {
    switch layout {
    case .table(let rows, let content): try rows.forEachRow(of: content, body)
    case .jsonLines(let rows, let content): try rows.forEachRow(of: content, body)
    case .text(let rows, let content): try rows.forEachRow(of: content, body)
    case .sheet(let rows): return try rows.forEachRow(body)
    case .jsonArray(let rows, let utf8):
      let scale = Double(byteCount) / Double(max(1, utf8.bytes.count))
      try rows.forEachRow(of: utf8) { outcome, bytesRead in
        try body(outcome, rows.hasFileOffsets ? bytesRead : min(byteCount, Int(Double(bytesRead) * scale)))
      }
    }
    return nil
  }
}
