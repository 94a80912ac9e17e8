import MinyiFiles
import MinyiModel
import MinyiStore

/// Preparing and keeping: the steps of an import that run beside reading.
struct ImportStages: Sendable {
  let store: WorkspaceStore
  let isDryRun: Bool
  let threads: ParallelChunks
  let ledger: RowLedger
  let preparer: OpinionPreparer

  private let preparing = BatchStage("prepare", depth: 1)
  private let keeping = BatchStage("keep", depth: 2)

  private static let chunkSize = 125

  init(
    store: WorkspaceStore, isDryRun: Bool, threads: ParallelChunks, ledger: RowLedger,
    preparer: OpinionPreparer
  ) {
    self.store = store
    self.isDryRun = isDryRun
    // One thread is busy with keeping nearly all the time: with two for preparing on two processors, keeping came to
    // half of one, and all waited for it in the end.
    self.threads = ParallelChunks(threadCount: threads.threadCount - 1)
    self.ledger = ledger
    self.preparer = preparer
  }

  /// Begins to prepare `rows` once the batch before is prepared; they are kept when that one is. Throws what went wrong
  /// with an earlier batch.
  func take(_ rows: [RowOutcome]) throws {
    try preparing.begin {
      let prepared = threads.map(count: rows.count, chunkSize: ImportStages.chunkSize) { range in
        var scratch = OpinionPreparer.Scratch()
        return range.map { i -> OpinionPreparer.Prepared? in
          guard case .opinion(let record) = rows[i] else { return nil }
          return preparer.prepare(record, &scratch)
        }
      }
      try keeping.begin { try keep(rows, prepared) }
    }
  }

  /// Waits for the last batch. Throws what went wrong with any.
  func finish() throws {
    try preparing.finish()
    try keeping.finish()
  }

  private func keep(_ rows: [RowOutcome], _ prepared: [[OpinionPreparer.Prepared?]]) throws {
    let entries = ledger.entries(of: rows, prepared) { preparer.cleaner.mask($0).source }
    ledger.count(try isDryRun ? store.fates(of: entries) : store.keep(entries))
  }
}
