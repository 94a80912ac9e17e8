import MinyiModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The rows of a file or of a pipe, in batches as they come, without waiting for the end.
///
/// JSONL and delimited text in any encoding but UTF-16 stream: memory does not grow with what came before. Other formats
/// from a pipe are read to their end first. Format, encoding and columns are found in the first block: a line where that is
/// JSON, 16 lines or 64 KB otherwise, or all there is.
public final class OpinionStream {
  /// As given; "-" for standard input.
  public let path: String
  /// nil for a pipe.
  public var byteCount: Int? { file?.byteCount }

  /// Read whole, or mapped.
  private var file: OpinionFile?
  private let blocks: StreamBlocks?
  private var layout: OpinionFile.Layout?

  /// Rows of a batch of a file.
  private static let batchSize = 256
  private static let batchByteCount = 4 << 20

  /// Opens the file at `path` (`-`: standard input). Throws as `OpinionFile.open` does.
  public init(path: String, options: ReadOptions = ReadOptions()) throws(FileError) {
    self.path = path
    guard let descriptor = try OpinionStream.pipe(at: path) else {
      blocks = nil
      file = try OpinionFile.open(path, options: options)
      return
    }
    let blocks = StreamBlocks(descriptor: descriptor, path: path)
    self.blocks = blocks
    let opening = Opening(path: path, options: options)
    let first = try blocks.first()
    let found = try opening.open(first.withUnsafeBytes { FileBytes(copying: $0) })
    switch found.layout {
    case .jsonLines where found.encoding.hasPrefix("UTF-16") == false: layout = found.layout
    case .table where found.encoding.hasPrefix("UTF-16") == false: layout = found.layout
    default:
      file = try opening.open(FileBytes.rest(of: descriptor, after: first, path: path))
    }
  }

  /// Calls `body` with the rows of the next lines, in their order, until there are no more; with no row where more is
  /// waited for. Every row has exactly one outcome. May be called once only.
  public func forEachBatch(_ body: (_ rows: [RowOutcome], _ bytesRead: Int) throws -> Void) throws {
    if let file { return try forEachBatch(of: file, body) }
    guard let blocks else { return }
    switch layout {
    case .jsonLines(let rows, let content): try forEachBatch(of: blocks, rows, content, body)
    case .table(let rows, let content): try forEachBatch(of: blocks, rows, content, body)
    default: break
    }
  }

  private func forEachBatch(of file: OpinionFile, _ body: ([RowOutcome], Int) throws -> Void) throws {
    var batch: [RowOutcome] = []
    var batchStart = 0
    var read = 0
    try file.forEachRow { row, bytesRead in
      batch.append(row)
      read = bytesRead
      if batch.count == OpinionStream.batchSize || bytesRead - batchStart > OpinionStream.batchByteCount {
        try body(batch, bytesRead)
        batch = []
        batch.reserveCapacity(OpinionStream.batchSize)
        batchStart = bytesRead
      }
    }
    if !batch.isEmpty { try body(batch, read) }
  }

  private func forEachBatch(
    of blocks: StreamBlocks, _ rows: JSONLineRows, _ content: FileContent,
    _ body: ([RowOutcome], Int) throws -> Void
  ) throws {
    guard let records = JSONRecords(map: rows.map) else { return }
    var lines = 1
    while let block = try blocks.next(waiting: { try body([], blocks.offset) }) {
      let part = content.part(block.bytes, firstLine: lines, isFirst: block.start == 0)
      var batch: [RowOutcome] = []
      try rows.forEachRow(of: part, records: records) { row, end in
        batch.append(row.moved(by: block.start))
        if batch.count == OpinionStream.batchSize {
          try body(batch, block.start + end)
          batch = []
        }
      }
      lines += block.lineCount
      if !batch.isEmpty { try body(batch, blocks.offset) }
    }
  }

  private func forEachBatch(
    of blocks: StreamBlocks, _ rows: TableRows, _ content: FileContent,
    _ body: ([RowOutcome], Int) throws -> Void
  ) throws {
    let maker = RowMaker(plan: rows.layout.plan, keepsSurplus: false)
    var line = 1
    // Rows before and of the header, which may end in a later block.
    var skipped = rows.layout.firstRow
    while let block = try blocks.next(waiting: { try body([], blocks.offset) }) {
      let part = content.part(block.bytes, firstLine: line, isFirst: block.start == 0)
      guard let reader = TableReader(part, delimiter: rows.layout.delimiter) else { return }
      var batch: [RowOutcome] = []
      var (start, startLine) = (reader.lines.offset, line)
      while let row = reader.next() {
        // Looked for the end of a quoted cell and did not find it: perhaps in the next block.
        if reader.lines.hasEnded, !block.isLast { break }
        (start, startLine) = (reader.lines.offset, reader.lines.lineNumber)
        if skipped > 0 {
          skipped -= 1
          continue
        }
        batch.append(TableRows.outcome(of: row, reader, maker).moved(by: block.start))
        if batch.count == OpinionStream.batchSize {
          try body(batch, block.start + start)
          batch = []
        }
      }
      blocks.putBack(block, from: start)
      line = startLine
      if !batch.isEmpty { try body(batch, blocks.offset) }
    }
  }

  /// A descriptor to read from where `path` is no regular file; nil where it is one.
  private static func pipe(at path: String) throws(FileError) -> Int32? {
    if path == "-" { return 0 }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileBytes.systemError(path) }
    if status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileBytes.systemError(path) }
    return descriptor
  }
}

extension FileContent {
  /// A block of a stream that began as this content.
  fileprivate func part(_ bytes: UnsafeRawBufferPointer, firstLine: Int, isFirst: Bool) -> FileContent {
    var part = FileContent(
      file: FileBytes(copying: bytes), encoding: encoding, start: isFirst ? start : 0, isCheckedUTF8: false,
      basis: basis)
    part.firstLine = firstLine
    return part
  }
}

extension RowOutcome {
  /// The same with offsets that count from the start of the stream.
  fileprivate func moved(by offset: Int) -> RowOutcome {
    guard case .malformed(let problem) = self, let byteOffset = problem.byteOffset, offset > 0 else {
      return self
    }
    return .malformed(
      RowProblem(
        line: problem.line, column: problem.column, byteOffset: byteOffset + offset, reason: problem.reason))
  }
}
