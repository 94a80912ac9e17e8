public import MinyiFiles
import MinyiModel
import MinyiStore
import MinyiText

/// Brings opinion files into a workspace: read, clean, keep (the first three steps of a run).
///
/// The three overlap: while one batch of rows is kept, the next is prepared on the other threads and the one after it
/// read. Four batches is what there is of a file in memory at any time.
public struct OpinionImporter: Sendable {
  /// How files are read; of those that are open already they say nothing.
  public var options = ReadOptions()
  /// Keep names, phones and the like as they stand, instead of masking and hashing them. The workspace is marked for
  /// good, and its exports say so.
  public var keepsPersonalData = false
  /// Count the fates that would result, keep nothing.
  public var isDryRun = false
  /// Told of the step read, in bytes of the file.
  public var progress: ProgressHandler?

  private let store: WorkspaceStore
  private let dictionaries: Dictionaries

  /// Threads that may prepare rows at once. No result depends on it.
  private let threads: ParallelChunks

  /// Rows whose opinions are written in one transaction.
  private static let batchSize = 5000
  /// Bytes of the file that end a batch before it has so many rows.
  private static let batchByteCount = 16 << 20
  /// Rows that a dry run takes sample values from.
  private static let sampledRowCount = 1000

  init(store: WorkspaceStore, dictionaries: Dictionaries, threads: ParallelChunks) {
    self.store = store
    self.threads = threads
    self.dictionaries = dictionaries
  }

  /// Imports the file at `path` (`-`: standard input). Every row gets exactly one fate.
  ///
  /// Opinions of one id replace each other; an id twice in one file with different content is malformed. After an
  /// error what was kept before is still there.
  @discardableResult
  public func importFile(_ path: String) throws -> ImportReport { try importFile(.path(path)) }

  /// The same for a file that may be open already; then `options` have no part in it any more.
  public func importFile(_ input: OpinionInput) throws -> ImportReport {
    let file = try input.open(options)
    let path = input.path
    let name = path == "-" ? "-" : String(path.split(separator: "/").last ?? "-")
    var report = ImportReport(
      record: ImportRecord(file: name, format: file.format.rawValue, encoding: file.encoding),
      columns: file.columns)
    report.encodingBasis = file.encodingBasis
    report.record.keepsPersonalData = keepsPersonalData
    // Marked before the first row is kept: an import may be interrupted.
    if keepsPersonalData, !isDryRun { _ = try store.setting(Workspace.personalDataSetting) { "kept" } }
    let ledger = RowLedger(
      path: path, report: report, sampledRowCount: isDryRun ? OpinionImporter.sampledRowCount : 0)
    let stages = ImportStages(
      store: store, isDryRun: isDryRun, threads: threads, ledger: ledger,
      preparer: OpinionPreparer(
        cleaner: Cleaner(), authorKey: try authorKey(), blankAnswers: dictionaries.blankAnswers,
        keepsPersonalData: keepsPersonalData))
    // What was read before reading fails is kept.
    let sheet = Result { try read(file, stages) }
    try stages.finish()
    report = ledger.report
    report.sheet = try sheet.get()
    if !isDryRun { try store.note(report.record) }
    return report
  }

  /// Hands the rows of `file` on in batches.
  private func read(_ file: OpinionFile, _ stages: ImportStages) throws -> SheetFacts? {
    var batch: [RowOutcome] = []
    var (rowCount, batchStart) = (0, 0)
    let sheet = try file.forEachRow { row, bytesRead in
      batch.append(row)
      rowCount += 1
      if batch.count == OpinionImporter.batchSize || bytesRead - batchStart > OpinionImporter.batchByteCount {
        try Task.checkCancellation()
        try stages.take(batch)
        batch = []
        batch.reserveCapacity(OpinionImporter.batchSize)
        batchStart = bytesRead
      }
      if rowCount % 1000 == 0 {
        try Task.checkCancellation()
        progress?(Progress(step: .read, completed: bytesRead, total: file.byteCount, rowCount: rowCount))
      }
    }
    try stages.take(batch)
    return sheet
  }

  /// The workspace's secret for hashing authors: made once, so that a person has the same hash in every import.
  private func authorKey() throws -> (UInt64, UInt64) {
    let text = try store.setting("author_key") {
      var random = SystemRandomNumberGenerator()
      return "\(random.next() as UInt64) \(random.next() as UInt64)"
    }
    let words = text.split(separator: " ").compactMap { UInt64($0) }
    guard words.count == 2 else {
      throw MinyiError(
        "工作区 \(store.path) 里用户哈希的密钥已损坏，无法导入。请换一个工作区。(the key of author hashes is damaged; use another workspace)",
        exitCode: 65)
    }
    return (words[0], words[1])
  }
}
