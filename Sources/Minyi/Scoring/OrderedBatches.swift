import Dispatch
import Synchronization

/// Work on batches by several threads, the outputs of which are handed on in the order of the batches.
///
/// Used by one thread, which waits when too many batches are on the way: nothing piles up before a slow reader or behind a
/// slow writer.
struct OrderedBatches<Output: Sendable> {
  /// The outcome of a batch, once it is there.
  private final class Pending: Sendable {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<Output, any Error>?>(nil)
  }

  /// One batch at a time on each.
  private let queues: [DispatchQueue]
  private let state = State()

  private final class State {
    var pending: [Pending] = []
    var taken = 0
  }

  init(threadCount: Int) {
    queues = (0..<max(1, threadCount)).map { DispatchQueue(label: "minyi.batch.\($0)") }
  }

  /// Begins `work`; hands on to `handOn` what is done before it, and waits while there is too much. Throws what earlier work
  /// or `handOn` threw.
  func take(_ handOn: (Output) throws -> Void, _ work: @escaping @Sendable () throws -> Output) throws {
    while let first = state.pending.first {
      // Two batches for each thread: one at work, one that it finds when that is done.
      let isFull = state.pending.count >= 2 * queues.count
      if first.done.wait(timeout: isFull ? .distantFuture : .now()) == .timedOut { break }
      try handOnFirst(handOn)
    }
    let batch = Pending()
    state.pending.append(batch)
    queues[state.taken % queues.count].async {
      let outcome = Result { try work() }
      batch.outcome.withLock { $0 = outcome }
      batch.done.signal()
    }
    state.taken += 1
  }

  /// Waits for all that was begun and hands it on.
  func finish(_ handOn: (Output) throws -> Void) throws {
    while let first = state.pending.first {
      first.done.wait()
      try handOnFirst(handOn)
    }
  }

  private func handOnFirst(_ handOn: (Output) throws -> Void) throws {
    let outcome = state.pending.removeFirst().outcome.withLock { $0.take() }
    if let outcome { try handOn(try outcome.get()) }
  }
}
