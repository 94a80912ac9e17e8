/// The two ways in which a run groups opinions.
public enum GroupingKind: String, CaseIterable, Sendable, Codable {
  /// A broad group; a tight one about one thing.
  case theme, concern
}
