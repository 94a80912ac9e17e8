import MinyiModel

/// The steps from a path to an `OpinionFile`.
struct Opening {
  let path: String
  let options: ReadOptions

  /// JSON objects looked at for their keys.
  private static let sampledObjectCount = 200

  func open() throws(FileError) -> OpinionFile { try open(FileBytes.load(path)) }

  /// The same for bytes that were loaded from the path before.
  func open(_ file: FileBytes) throws(FileError) -> OpinionFile {
    if file.buffer.isEmpty { throw .empty(path: path) }
    if FormatDetector.isZip(file.buffer) || options.format == .xlsx {
      return try WorkbookOpening(path: path, options: options, file: file).open()
    }
    if let sheet = options.sheet { throw .noSheets(path: path, sheet: sheet) }
    if FormatDetector.isEncryptedWorkbook(file.buffer) { throw .passwordProtected(path: path) }
    if let kind = FormatDetector.unsupportedKind(of: file.buffer, path: path) {
      throw .unsupportedFormat(path: path, kind: kind)
    }
    let content = try FileContent.identify(file, encoding: options.encoding, path: path)
    if content.start == file.buffer.count || isBlank(content) { throw .empty(path: path) }
    switch options.format ?? FormatDetector.format(of: content, path: path, map: options.map) {
    case .csv: return try table(content, delimiter: nil)
    case .tsv: return try table(content, delimiter: options.format == nil ? nil : 0x09)
    case .jsonl: return try jsonLines(content)
    case .json: return try jsonArray(content)
    case .text, .xlsx: return try text(content)
    }
  }

  /// True if no line has a character; stops at the first that has.
  private func isBlank(_ content: FileContent) -> Bool {
    let lines = LineReader(content)
    while let line = lines.next() {
      if line.flaw != nil || !Whitespace.isBlank(line.bytes) { return false }
    }
    return true
  }

  private func table(_ content: FileContent, delimiter: UInt8?) throws(FileError) -> OpinionFile {
    let layout = try TableLayout.find(in: content, delimiter: delimiter, options: options, path: path)
    return make(
      content, layout.delimiter == 0x09 ? .tsv : .csv, layout.plan.columns,
      .table(TableRows(layout: layout), content: content))
  }

  private func text(_ content: FileContent) throws(FileError) -> OpinionFile {
    for (field, column) in options.map where field != .body || column != "text" {
      throw .unknownMapColumn(path: path, field: field.rawValue, column: column, columns: ["text"])
    }
    guard let rows = TextRows.find(in: content) else { throw .empty(path: path) }
    return make(content, .text, [ColumnUse(name: "text", field: .body)], .text(rows, content: content))
  }

  private func jsonLines(_ content: FileContent) throws(FileError) -> OpinionFile {
    let rows = JSONLineRows(map: options.map)
    let columns = try sampleColumns { records, body in
      try rows.forEachRow(of: content, records: records, body)
    }
    return make(content, .jsonl, columns, .jsonLines(rows, content: content))
  }

  private func jsonArray(_ content: FileContent) throws(FileError) -> OpinionFile {
    var utf8 = content
    if content.encoding != .utf8 {
      switch content.transcoded() {
      case .success(let copy): utf8 = copy
      case .failure(let invalid):
        throw .undecodable(
          path: path, encoding: content.encoding.name, line: content.lineNumber(at: invalid.offset),
          byteOffset: invalid.offset)
      }
    }
    let rows = JSONArrayRows(map: options.map, hasFileOffsets: content.encoding == .utf8)
    let columns = try sampleColumns { [utf8] records, body in
      try rows.forEachRow(of: utf8, records: records, body)
    }
    return make(content, .json, columns, .jsonArray(rows, content: utf8))
  }

  private typealias RowBody = (RowOutcome, Int) throws -> Void

  /// The columns of the first objects. Objects that are not JSON get their outcome when the rows are read; only if
  /// all of those that are have neither body nor title, the file is refused.
  private func sampleColumns(
    _ forEachRow: (JSONRecords, RowBody) throws -> Void
  ) throws(FileError) -> [ColumnUse] {
    struct Enough: Error {}
    guard let records = JSONRecords(map: options.map) else { return [] }
    var rowCount = 0
    try? forEachRow(records) { _, _ in
      rowCount += 1
      if rowCount == Opening.sampledObjectCount { throw Enough() }
    }
    let columns = records.columns.uses
    if columns.isEmpty { return [] }
    for field in OpinionField.allCases {
      guard let wanted = options.map[field], !columns.contains(where: { $0.field == field }) else { continue }
      throw .unknownMapColumn(path: path, field: field.rawValue, column: wanted, columns: columns.map(\.name))
    }
    if !columns.contains(where: { $0.field == .body || $0.field == .title }) {
      throw .noBodyColumn(path: path, columns: columns.map(\.name))
    }
    return columns
  }

  private func make(
    _ content: FileContent, _ format: FileFormat, _ columns: [ColumnUse], _ layout: OpinionFile.Layout
  ) -> OpinionFile {
    OpinionFile(
      path: path, format: format, encoding: content.encoding.name, encodingBasis: content.basis,
      columns: columns,
      byteCount: content.bytes.count, layout: layout)
  }
}
