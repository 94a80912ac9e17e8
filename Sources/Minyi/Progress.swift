/// How far a step is.
public struct Progress: Sendable {
  /// The steps of a run that take time.
  public enum Step: String, Sendable {
    /// Of a run: files, texts, groups, names, agenda. `score` is bulk scoring.
    case read, index, group, name, rank, score
  }

  /// What is under way.
  public var step: Step
  /// Done so far.
  public var completed: Int
  /// nil where it is not known.
  public var total: Int?
  /// Rows read, where `completed` counts bytes.
  public var rowCount: Int?

  /// `completed` of `total`, in whatever the step counts.
  public init(step: Step, completed: Int, total: Int? = nil, rowCount: Int? = nil) {
    self.step = step
    self.completed = completed
    self.total = total
    self.rowCount = rowCount
  }
}

/// Called now and then from the thread that works.
public typealias ProgressHandler = @Sendable (Progress) -> Void
