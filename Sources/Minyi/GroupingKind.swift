/// The two ways in which a run groups opinions.
public enum GroupingKind: String, CaseIterable, Sendable, Codable {
  case theme, concern
}
