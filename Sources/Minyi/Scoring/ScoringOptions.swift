/// How a file is scored.
public struct ScoringOptions: Sendable {
  /// Rows that begin on earlier lines of the file are left out: what an interrupted run has written already.
  public var fromLine = 1
  /// The first malformed row ends the run with a `MinyiError` (65), after what came before it is written.
  public var isStrict = false

  /// All rows; malformed ones are told and passed over.
  public init() {}
}
