import Synchronization

/// Takes the time and the memory of the stages of a run.
public final class StageClock: Sendable {
  /// The stages, in their order. Copies and concerns run beside themes where there are threads for both.
  public enum Stage: String, Sendable, CaseIterable, Codable {
    /// Reading, cleaning and keeping, which overlap.
    case `import`
    /// Segmenting, counting terms, reading signals.
    case index
    /// Near copies; what recurs; broad groups.
    case copies, concerns, themes
    /// Labels, key terms and quotes.
    case name
    /// Results into the workspace.
    case keep
    /// Making the agenda.
    case rank
    /// Making the scorer.
    case load
    /// Scoring every row of the file.
    case score
  }

  /// What one stage took.
  public struct Reading: Sendable, Equatable {
    /// What was taken.
    public var stage: Stage
    /// By the wall clock.
    public var seconds: Double
    /// Resident at most while it ran; of stages side by side the same. 0 where the system does not tell.
    public var peakMegabytes: Double
  }

  private let taken = Mutex<[Reading]>([])

  /// A clock that has taken nothing yet. One for each run.
  public init() {}

  /// In the order of the stages.
  public var readings: [Reading] {
    let all = taken.withLock { $0 }
    return Stage.allCases.compactMap { stage in all.first { $0.stage == stage } }
  }

  /// Runs `body` as `stage`. What a stage does at another time adds up.
  ///
  /// - Parameter isAlone: false for a stage beside which another runs.
  func measure<Result>(_ stage: Stage, isAlone: Bool = true, _ body: () throws -> Result) rethrows -> Result {
    if isAlone { ResidentMemory.resetPeak() }
    let start = ContinuousClock.now
    let result = try body()
    let elapsed = ContinuousClock.now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let peak = ResidentMemory.peakMegabytes
    taken.withLock { taken in
      if let i = taken.firstIndex(where: { $0.stage == stage }) {
        taken[i].seconds += seconds
        taken[i].peakMegabytes = max(taken[i].peakMegabytes, peak)
      } else {
        taken.append(Reading(stage: stage, seconds: seconds, peakMegabytes: peak))
      }
    }
    return result
  }
}

extension StageClock? {
  /// The same; without a clock `body` alone.
  func measure<Result>(_ stage: StageClock.Stage, isAlone: Bool = true, _ body: () throws -> Result) rethrows
    -> Result
  {
    guard let self else { return try body() }
    return try self.measure(stage, isAlone: isAlone, body)
  }
}
