/// What terms are split by.
public enum TermGrouping: String, Sendable, CaseIterable {
  case place, period, theme, concern, channel
}
