import Dispatch
import Synchronization

/// The threads that share out the chunks of one call. Whoever is free takes the next chunk, and calls in a helper if the
/// budget has one: also in the middle of the work, when another call has come to its end.
final class Crew: Sendable {
  private let count: Int
  private let idle: ThreadBudget
  private let next = Atomic<Int>(0)
  /// Helpers at work, and `closed` when no more may begin.
  private let helpers = Atomic<Int>(0)
  private let lastHelperLeft = DispatchSemaphore(value: 0)
  /// False: no further chunk is to be taken. Set before any helper begins, and unset after the last has left.
  nonisolated(unsafe) private var body: (@Sendable (Int) -> Bool)?

  private static let closed = 1 << 32

  init(count: Int, idle: ThreadBudget, _ body: @escaping @Sendable (Int) -> Bool) {
    self.count = count
    self.idle = idle
    self.body = body
  }

  /// Takes chunks until none is left. Not inlined: a helper lets go of `body` before it leaves.
  @inline(never)
  func work() {
    guard let body else { return }
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < count else { return }
      if chunk + 1 < count, idle.take() { DispatchQueue.global().async { self.help() } }
      if !body(chunk) { next.store(count, ordering: .relaxed) }
    }
  }

  /// Returns when the last helper has left. One that has not begun by now finds nothing to do: a busy queue holds up nobody.
  func disband() {
    let helpers = helpers.bitwiseOr(Crew.closed, ordering: .acquiringAndReleasing).oldValue
    if helpers > 0 {
      idle.give()
      lastHelperLeft.wait()
      idle.resume()
    }
    body = nil
  }

  private func help() {
    defer { idle.give() }
    guard begin() else { return }
    work()
    let helpers = helpers.subtract(1, ordering: .acquiringAndReleasing).newValue
    if helpers == Crew.closed { lastHelperLeft.signal() }
  }

  /// False if the crew is disbanded.
  private func begin() -> Bool {
    var count = helpers.load(ordering: .relaxed)
    while count < Crew.closed {
      let exchange = helpers.weakCompareExchange(
        expected: count, desired: count + 1, ordering: .acquiringAndReleasing)
      if exchange.exchanged { return true }
      count = exchange.original
    }
    return false
  }
}
