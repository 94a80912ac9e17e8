/// What a run found, as it is kept.
public struct RunResult: Sendable {
  /// Its counts and hashes are those of what was mined, whatever was edited since.
  public var record: RunRecord
  /// By number, the largest first.
  public var themes: [ThemeRecord]
  /// By number.
  public var concerns: [ConcernRecord]
  /// One for each opinion, by document, then by the opinion's key.
  public var assignments: [AssignmentRecord]
  /// What became of the concerns of the run before; empty where there was none, and in results that are read.
  public var changes: [ConcernChange] = []

  /// A result without changes.
  public init(
    record: RunRecord, themes: [ThemeRecord], concerns: [ConcernRecord], assignments: [AssignmentRecord]
  ) {
    self.record = record
    self.themes = themes
    self.concerns = concerns
    self.assignments = assignments
  }
}
