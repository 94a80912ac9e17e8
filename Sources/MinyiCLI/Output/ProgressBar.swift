import Foundation
import Minyi
import Synchronization

/// A line on the terminal that shows how far a run is: only on a terminal, only when it lasts over a second.
final class ProgressBar: Sendable {
  private struct State {
    var step: Minyi.Progress.Step?
    var stepStart = ContinuousClock.now
    var completed = 0
    var lastDrawn: ContinuousClock.Instant?
    var isShown = false
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now
  private let language: Language

  private let isVisible: Bool

  init(_ common: CommonOptions) {
    isVisible = !common.quiet && Terminal.errorIsTerminal
    language = common.lang
  }

  /// What a step calls; nil where nobody would see it.
  var handler: ProgressHandler? {
    guard isVisible else { return nil }
    return { [self] progress in show(progress) }
  }

  /// Runs `body` with the bar, and wipes the bar afterwards.
  func during<Result>(_ body: (ProgressHandler?) throws -> Result) rethrows -> Result {
    defer { finish() }
    return try body(handler)
  }

  private func show(_ progress: Minyi.Progress) {
    state.withLock { state in
      let now = ContinuousClock.now
      // The next of several files is read by the same step, from its beginning.
      if state.step != progress.step || progress.completed < state.completed {
        (state.step, state.stepStart) = (progress.step, now)
      }
      state.completed = progress.completed
      guard now - start > .seconds(1), state.lastDrawn.map({ now - $0 > .milliseconds(100) }) ?? true else {
        return
      }
      state.lastDrawn = now
      state.isShown = true
      Terminal.writeError("\r\u{1B}[K" + line(progress, elapsed: now - state.stepStart))
    }
  }

  /// Wipes the line.
  private func finish() {
    state.withLock { state in
      if state.isShown { Terminal.writeError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func line(_ progress: Minyi.Progress, elapsed: Duration) -> String {
    let name = name(of: progress.step)
    guard let total = progress.total, total > 0 else { return name }
    let share = min(1, Double(progress.completed) / Double(total))
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    // Grouping and ranking count steps, not opinions: a rate would say nothing.
    if progress.step == .group || progress.step == .rank { return "\(name) \(bar)" }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    guard seconds > 0.2, share > 0 else { return "\(name) \(bar) \(Int(share * 100))%" }
    let rate = Int(Double(progress.rowCount ?? progress.completed) / seconds)
    let left = Int((seconds / share - seconds).rounded(.up))
    return "\(name) \(bar) \(Int(share * 100))%  \(rate) \(language("条/秒", "/s"))  "
      + language("剩余 \(left) 秒", "\(left) s left")
  }

  private func name(of step: Minyi.Progress.Step) -> String {
    switch step {
    case .read: language("读取", "reading")
    case .index: language("分词建索引", "indexing")
    case .group: language("聚类", "grouping")
    case .name: language("命名", "naming")
    case .rank: language("排序", "ranking")
    case .score: language("打分", "scoring")
    }
  }
}
