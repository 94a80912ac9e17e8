public import MinyiAgenda

/// How an agenda is wanted.
public struct AgendaOptions: Sendable {
  public var profile = "balanced"
  public var lens = Lens.top
  /// Weights over the profile's, as `reach=2,severity=0`.
  public var weights: String?
  /// Topics on the list, in place of the profile's.
  public var first: Int?
  /// In place of the profile's.
  public var rule: GatheringRule?
  public var resamples = 200

  public init() {}
}
