import MinyiFiles
import MinyiStore
import Synchronization

/// What became of a file's rows so far.
final class RowLedger: Sendable {
  private struct State {
    var report: ImportReport
    var maker: OpinionMaker
    /// Rows that sample values are still taken from.
    var unsampledRowCount: Int
  }

  private let path: String
  private let state: Mutex<State>

  init(path: String, report: ImportReport, sampledRowCount: Int) {
    self.path = path
    state = Mutex(
      State(report: report, maker: OpinionMaker(path: path), unsampledRowCount: sampledRowCount))
  }

  var report: ImportReport { state.withLock { $0.report } }

  /// The opinions to keep of `rows`, the next ones of the file; what the others are is noted.
  func entries(
    of rows: [RowOutcome], _ prepared: [[OpinionPreparer.Prepared?]], mask: (String) -> String
  ) -> [OpinionEntry] {
    state.withLock { state in
      var entries: [OpinionEntry] = []
      entries.reserveCapacity(rows.count)
      for (row, prepared) in zip(rows, prepared.joined()) {
        switch row {
        case .blank: state.report.record.blank += 1
        case .malformed(let problem): state.report.addMalformed(problem.message(path: path))
        case .opinion(let record):
          if state.unsampledRowCount > 0 { state.report.addSamples(of: record, mask: mask) }
          if let prepared {
            if let entry = state.maker.entry(of: record, prepared, report: &state.report) {
              entries.append(entry)
            }
          } else {
            state.report.record.blank += 1
          }
        }
        if state.unsampledRowCount > 0 { state.unsampledRowCount -= 1 }
      }
      return entries
    }
  }

  /// Counts what became of the opinions that were kept.
  func count(_ fates: [KeepFate]) {
    state.withLock { state in
      for fate in fates {
        switch fate {
        case .imported: state.report.record.imported += 1
        case .updated: state.report.record.updated += 1
        case .unchanged: state.report.record.unchanged += 1
        }
      }
    }
  }
}
