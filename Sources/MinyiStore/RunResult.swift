/// What a run found, as it is kept.
public struct RunResult: Sendable {
  public var record: RunRecord
  public var themes: [ThemeRecord]
  public var concerns: [ConcernRecord]
  public var assignments: [AssignmentRecord]
  /// What became of the concerns of the run before; empty where there was none, and in results that are read.
  public var changes: [ConcernChange] = []

  public init(
    record: RunRecord, themes: [ThemeRecord], concerns: [ConcernRecord], assignments: [AssignmentRecord]
  ) {
    self.record = record
    self.themes = themes
    self.concerns = concerns
    self.assignments = assignments
  }
}
