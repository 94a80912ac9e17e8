public import MinyiFiles
import MinyiModel
import MinyiStore
import MinyiText

/// Brings opinion files into a workspace: read, clean, keep (the first three steps of a run).
public struct OpinionImporter: Sendable {
  public var options = ReadOptions()
  /// Count the fates that would result, keep nothing.
  public var isDryRun = false
  public var progress: ProgressHandler?

  private let store: WorkspaceStore
  private let dictionaries: Dictionaries
  private let cleaner = Cleaner()

  /// Threads that may work at once. No result depends on it.
  private let threads: ParallelChunks

  /// Opinions written in one transaction.
  private static let batchSize = 5000
  private static let chunkSize = 250
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
  public func importFile(_ path: String) throws -> ImportReport {
    let file = try OpinionFile.open(path, options: options)
    let name = path == "-" ? "-" : String(path.split(separator: "/").last ?? "-")
    var report = ImportReport(
      record: ImportRecord(file: name, format: file.format.rawValue, encoding: file.encoding),
      columns: file.columns)
    report.encodingBasis = file.encodingBasis
    var maker = OpinionMaker(authorKey: try authorKey(), path: path)
    let keeper = EntryKeeper(store: store, isDryRun: isDryRun)
    // What was given to the keeper is kept, also when reading fails after it.
    defer { _ = try? keeper.finish() }
    var batch: [OpinionRecord] = []
    var rowCount = 0
    report.sheet = try file.forEachRow { row, bytesRead in
      rowCount += 1
      switch row {
      case .blank: report.record.blank += 1
      case .malformed(let problem): report.addMalformed(problem.message(path: path))
      case .opinion(let record):
        if isDryRun, rowCount <= OpinionImporter.sampledRowCount {
          report.addSamples(of: record) { cleaner.mask($0).source }
        }
        batch.append(record)
      }
      if batch.count >= OpinionImporter.batchSize { try keep(&batch, &maker, keeper, &report) }
      if rowCount % 1000 == 0 {
        progress?(Progress(step: .read, completed: bytesRead, total: file.byteCount))
      }
    }
    try keep(&batch, &maker, keeper, &report)
    for fate in try keeper.finish() {
      switch fate {
      case .imported: report.record.imported += 1
      case .updated: report.record.updated += 1
      case .unchanged: report.record.unchanged += 1
      }
    }
    if !isDryRun { try store.note(report.record) }
    return report
  }

  /// Prepares the rows of `batch` on all threads, makes opinions of them in their order, and keeps these.
  private func keep(
    _ batch: inout [OpinionRecord], _ maker: inout OpinionMaker, _ keeper: EntryKeeper,
    _ report: inout ImportReport
  ) throws {
    let preparer = OpinionPreparer(cleaner: cleaner, blankAnswers: dictionaries.blankAnswers)
    let prepared = threads.map(count: batch.count, chunkSize: OpinionImporter.chunkSize) { [batch] range in
      var scratch = OpinionPreparer.Scratch()
      return range.map { preparer.prepare(batch[$0], &scratch) }
    }
    var entries: [OpinionEntry] = []
    entries.reserveCapacity(batch.count)
    for (record, prepared) in zip(batch, prepared.joined()) {
      switch maker.outcome(of: record, prepared, report: &report) {
      case .blank: report.record.blank += 1
      case .malformed(let note): report.addMalformed(note)
      case .entry(let entry, let masked):
        for (kind, count) in masked { report.record.masked[kind.rawValue, default: 0] += count }
        entries.append(entry)
      }
    }
    batch.removeAll(keepingCapacity: true)
    try keeper.keep(entries)
  }

  /// The workspace's secret for hashing authors: made once, so that a person has the same hash in every import.
  private func authorKey() throws -> (UInt64, UInt64) {
    let text = try store.setting("author_key") {
      var random = SystemRandomNumberGenerator()
      return "\(random.next() as UInt64) \(random.next() as UInt64)"
    }
    let words = text.split(separator: " ").compactMap { UInt64($0) }
    return words.count == 2 ? (words[0], words[1]) : (0, 0)
  }
}
