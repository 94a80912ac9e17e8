import Dispatch
import Synchronization

/// A step of an import that works on one batch at a time, in their order, while the steps around it work on others.
final class BatchStage: Sendable {
  private let queue: DispatchQueue
  private let group = DispatchGroup()
  private let failure = Mutex<(any Error)?>(nil)

  init(_ name: String) { queue = DispatchQueue(label: "minyi.\(name)") }

  /// Begins `work` once the batch before is done. Throws what that one threw.
  func begin(_ work: @escaping @Sendable () throws -> Void) throws {
    try finish()
    queue.async(group: group) { [self] in
      do { try work() } catch { failure.withLock { $0 = error } }
    }
  }

  /// Waits for the last batch. Throws what it threw.
  func finish() throws {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
