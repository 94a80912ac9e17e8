import Synchronization

/// How many more threads may start to work. Shared by all calls of one `ParallelChunks`.
final class ThreadBudget: Sendable {
  private let free: Atomic<Int>

  init(_ count: Int) { free = Atomic(count) }

  /// True if a thread was free; it is taken then.
  func take() -> Bool {
    var count = free.load(ordering: .relaxed)
    while count > 0 {
      let exchange = free.weakCompareExchange(expected: count, desired: count - 1, ordering: .relaxed)
      if exchange.exchanged { return true }
      count = exchange.original
    }
    return false
  }

  /// A thread that was taken, or one that waits, is free for others.
  func give() { free.add(1, ordering: .relaxed) }

  /// A thread that waited goes on, whether or not another has taken its place meanwhile.
  func resume() { free.subtract(1, ordering: .relaxed) }
}
