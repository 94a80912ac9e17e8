/// What became of an opinion that was kept.
public enum KeepFate: Sendable {
  /// Its key was not there; it was there with other content, which is replaced; it was there just so.
  case imported, updated, unchanged
}
