import Dispatch
import Synchronization

/// The threads that share out the chunks of one call. Whoever is free takes the next chunk, and calls in a helper if the
/// budget has one: also in the middle of the work, when another call has come to its end.
final class Crew: Sendable {
  private struct State: ~Copyable {
    /// False: no further chunk is to be taken. nil when no more helpers may begin; they let go of it before they leave.
    var body: (@Sendable (Int) -> Bool)?
    var helperCount = 0
  }

  private let count: Int
  private let idle: ThreadBudget
  private let next = Atomic<Int>(0)
  private let state: Mutex<State>
  private let lastHelperLeft = DispatchSemaphore(value: 0)

  init(count: Int, idle: ThreadBudget, _ body: @escaping @Sendable (Int) -> Bool) {
    self.count = count
    self.idle = idle
    state = Mutex(State(body: body))
  }

  /// Takes chunks until none is left.
  func work() {
    guard let body = state.withLock({ $0.body }) else { return }
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < count else { return }
      if chunk + 1 < count, idle.take() { DispatchQueue.global().async { self.help() } }
      if !body(chunk) { next.store(count, ordering: .relaxed) }
    }
  }

  /// Returns when the last helper has left. One that has not begun by now finds nothing to do: a busy queue holds up nobody.
  func disband() {
    let isAlone = state.withLock { state in
      state.body = nil
      return state.helperCount == 0
    }
    if isAlone { return }
    idle.give()
    lastHelperLeft.wait()
    idle.resume()
  }

  private func help() {
    let mayWork = state.withLock { state in
      if state.body == nil { return false }
      state.helperCount += 1
      return true
    }
    if mayWork { work() }
    idle.give()
    guard mayWork else { return }
    let isLast = state.withLock { state in
      state.helperCount -= 1
      return state.helperCount == 0 && state.body == nil
    }
    if isLast { lastHelperLeft.signal() }
  }
}
