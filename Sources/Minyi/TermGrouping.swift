/// What terms are split by.
public enum TermGrouping: String, Sendable, CaseIterable {
  /// By column, by time in `TermPeriod`s, or by the groups of the last run.
  case place, period, theme, concern, channel
}
