/// A criterion applied to a topic.
public struct Measure: Sendable, Equatable {
  /// In `unit`.
  public var raw: Double
  public var unit: String
  /// 0...1 by the criterion's curve.
  public var value: Double
  /// How `value` came about.
  public var reason: Wording

  public init(raw: Double, unit: String, value: Double, reason: Wording) {
    self.raw = raw
    self.unit = unit
    self.value = Swift.min(1, Swift.max(0, value))
    self.reason = reason
  }
}
