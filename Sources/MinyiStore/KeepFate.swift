/// What became of an opinion that was kept.
public enum KeepFate: Sendable {
  case imported, updated, unchanged
}
