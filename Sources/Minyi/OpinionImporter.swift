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

  /// Opinions written in one transaction.
  private static let batchSize = 5000

  init(store: WorkspaceStore, dictionaries: Dictionaries) {
    self.store = store
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
    var maker = OpinionMaker(
      cleaner: cleaner, blankAnswers: dictionaries.blankAnswers, authorKey: try authorKey(), path: path)
    var batch: [OpinionEntry] = []
    var rowCount = 0
    try file.forEachRow { row, bytesRead in
      rowCount += 1
      switch row {
      case .blank: report.record.blank += 1
      case .malformed(let problem): report.addMalformed(problem.message(path: path))
      case .opinion(let record):
        switch maker.outcome(of: record, report: &report) {
        case .blank: report.record.blank += 1
        case .malformed(let note): report.addMalformed(note)
        case .entry(let entry, let masked):
          for (kind, count) in masked { report.record.masked[kind.rawValue, default: 0] += count }
          batch.append(entry)
        }
      }
      if batch.count >= OpinionImporter.batchSize { try keep(&batch, &report) }
      if rowCount % 1000 == 0 {
        progress?(Progress(step: .read, completed: bytesRead, total: file.byteCount))
      }
    }
    try keep(&batch, &report)
    if !isDryRun { try store.note(report.record) }
    return report
  }

  private func keep(_ batch: inout [OpinionEntry], _ report: inout ImportReport) throws {
    let fates = try isDryRun ? store.fates(of: batch) : store.keep(batch)
    for fate in fates {
      switch fate {
      case .imported: report.record.imported += 1
      case .updated: report.record.updated += 1
      case .unchanged: report.record.unchanged += 1
      }
    }
    batch.removeAll(keepingCapacity: true)
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
