import Dispatch
import Synchronization

/// A step of an import that works on one batch at a time, in their order, while the steps around it work on others.
final class BatchStage: Sendable {
  private let queue: DispatchQueue
  private let group = DispatchGroup()
  private let vacancies: DispatchSemaphore
  private let failure = Mutex<(any Error)?>(nil)

  /// - Parameter depth: batches that may be there at once, the one at work among them.
  init(_ name: String, depth: Int) {
    queue = DispatchQueue(label: "minyi.\(name)")
    vacancies = DispatchSemaphore(value: depth)
  }

  /// Begins `work` once the batches before are done; waits while there are as many as may be. Throws what an earlier one
  /// threw, after which no more are begun.
  func begin(_ work: @escaping @Sendable () throws -> Void) throws {
    vacancies.wait()
    if let error = failure.withLock({ $0 }) {
      vacancies.signal()
      throw error
    }
    queue.async(group: group) { [self] in
      defer { vacancies.signal() }
      if failure.withLock({ $0 }) != nil { return }
      do { try work() } catch { failure.withLock { $0 = error } }
    }
  }

  /// Waits for the last batch. Throws what one threw.
  func finish() throws {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
