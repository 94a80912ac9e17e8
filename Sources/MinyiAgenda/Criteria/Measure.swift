public import MinyiModel

/// A criterion applied to a topic.
public struct Measure: Sendable, Equatable {
  /// In `unit`.
  public var raw: Double
  /// `people`, `texts`, `places`, `months`, `cases`, `likes`, `grade` or `departments`.
  public var unit: String
  /// 0...1 by the criterion's curve.
  public var value: Double
  /// False where there is too little to tell; the value is then 0.
  public var isKnown: Bool
  /// The sentence is put together when somebody reads it: a bootstrap measures a thousand times as often.
  private let rest: @Sendable () -> [OpinionID]
  private let explain: @Sendable () -> Wording

  /// `value` is brought within 0...1; `evidence` and `reason` are asked for only when somebody reads them.
  public init(
    raw: Double, unit: String, value: Double, isKnown: Bool = true,
    evidence: @escaping @Sendable () -> [OpinionID] = { [] },
    reason: @autoclosure @escaping @Sendable () -> Wording
  ) {
    self.raw = raw
    self.unit = unit
    self.value = Swift.min(1, Swift.max(0, value))
    self.isKnown = isKnown
    rest = evidence
    explain = reason
  }

  /// How `value` came about.
  public var reason: Wording { explain() }

  /// The opinions that `value` rests on, ascending.
  public var evidence: [OpinionID] { rest() }

  public static func == (a: Measure, b: Measure) -> Bool {
    (a.raw, a.unit, a.value, a.isKnown) == (b.raw, b.unit, b.value, b.isKnown) && a.reason == b.reason
      && a.evidence == b.evidence
  }
}

extension [OpinionFacts] {
  /// The ids of those that `isWanted` says, ascending.
  func ids(where isWanted: (OpinionFacts) -> Bool = { _ in true }) -> [OpinionID] {
    filter(isWanted).compactMap(\.opinion).sorted()
  }
}
