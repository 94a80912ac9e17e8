public import MinyiModel
public import MinyiStore

/// Where one opinion went, and how near it is to that place.
public struct OpinionDetail: Sendable {
  /// As it is kept.
  public var opinion: Opinion
  /// Nil before the first run, and for an opinion that was imported after the last.
  public var assignment: AssignmentRecord?
  /// Its concern as analysts changed it; nil where it is in none.
  public var concern: ConcernRecord?
  /// The label of the opinion's own theme, which need not be its concern's; nil where it has none.
  public var theme: String?
  /// Other opinions in the same concern; 0 where it is in none.
  public var companions: Int
}
