public import MinyiAgenda

/// How an agenda is wanted.
public struct AgendaOptions: Sendable {
  /// A name in the dictionaries, or the path of a file that ends with `.yaml`.
  public var profile = "balanced"
  /// What topics are ordered by.
  public var lens = Lens.top
  /// Weights over the profile's, as `reach=2,severity=0`.
  public var weights: String?
  /// Topics on the list, in place of the profile's.
  public var first: Int?
  /// In place of the profile's.
  public var rule: GatheringRule?
  /// Resamples of people behind the rank interval; 0 leaves it out.
  public var resamples = 200

  /// The balanced profile as it is, by score.
  public init() {}
}
