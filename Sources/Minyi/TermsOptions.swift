/// Which terms are wanted.
public struct TermsOptions: Sendable {
  /// nil: the terms of the whole.
  public var grouping: TermGrouping?
  /// The length of a period for `TermGrouping.period`.
  public var period = TermPeriod.month
  /// Terms of each group, or of the whole. 1 or more.
  public var top = 30
  /// Distinct texts that a term is in. 1 or more.
  public var minimumTexts = 2

  /// Thirty terms of the whole, each of two texts at least.
  public init() {}
}
