import Dispatch
import MinyiStore
import Synchronization

/// Keeps opinions while the next ones are read: one batch at a time, in the order in which they come.
final class EntryKeeper: Sendable {
  private struct State {
    var fates: [KeepFate] = []
    var error: (any Error)?
  }

  private let store: WorkspaceStore
  private let isDryRun: Bool
  private let queue = DispatchQueue(label: "minyi.keep")
  private let group = DispatchGroup()
  private let state = Mutex(State())

  init(store: WorkspaceStore, isDryRun: Bool) {
    self.store = store
    self.isDryRun = isDryRun
  }

  /// Begins to keep `entries` once the batch before is kept. Throws what that one threw.
  func keep(_ entries: [OpinionEntry]) throws {
    group.wait()
    if let error = state.withLock({ $0.error }) { throw error }
    queue.async(group: group) { [self] in
      do {
        let fates = try isDryRun ? store.fates(of: entries) : store.keep(entries)
        state.withLock { $0.fates += fates }
      } catch {
        state.withLock { $0.error = error }
      }
    }
  }

  /// Waits for the last batch; all fates in order. Throws what it threw.
  @discardableResult
  func finish() throws -> [KeepFate] {
    group.wait()
    return try state.withLock { state in
      if let error = state.error { throw error }
      return state.fates
    }
  }
}
