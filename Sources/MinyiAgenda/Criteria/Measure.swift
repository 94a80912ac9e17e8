/// A criterion applied to a topic.
public struct Measure: Sendable, Equatable {
  /// In `unit`.
  public var raw: Double
  public var unit: String
  /// 0...1 by the criterion's curve.
  public var value: Double
  /// The sentence is put together when somebody reads it: a bootstrap measures a thousand times as often.
  private let explain: @Sendable () -> Wording

  public init(
    raw: Double, unit: String, value: Double, reason: @autoclosure @escaping @Sendable () -> Wording
  ) {
    self.raw = raw
    self.unit = unit
    self.value = Swift.min(1, Swift.max(0, value))
    explain = reason
  }

  /// How `value` came about.
  public var reason: Wording { explain() }

  public static func == (a: Measure, b: Measure) -> Bool {
    (a.raw, a.unit, a.value) == (b.raw, b.unit, b.value) && a.reason == b.reason
  }
}
