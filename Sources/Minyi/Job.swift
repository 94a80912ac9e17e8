/// Work that goes on by itself: waited for, watched and cancelled.
///
/// ```swift
/// let job = Pipeline(workspace: workspace).start(["意见.csv"])
/// for await progress in job.progress { print(progress.step, progress.completed) }
/// let outcome = try await job.value
/// ```
///
/// The work runs on a thread of its own, not on those that Swift's tasks share: a server that waits for a job goes on
/// answering. A job that nobody waits for runs to its end.
public struct Job<Value: Sendable>: Sendable {
  /// How far the work is. Ends with it; holds back a few messages at most where nobody listens. For one listener.
  public let progress: AsyncStream<Progress>
  private let task: Task<Value, any Error>

  /// Begins `body` at once, with a handler that feeds `progress`.
  public init(_ body: @escaping @Sendable (_ progress: @escaping ProgressHandler) throws -> Value) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Progress.self, bufferingPolicy: .bufferingNewest(16))
    progress = stream
    task = Task(executorPreference: ThreadExecutor()) {
      defer { continuation.finish() }
      try Task.checkCancellation()
      return try body { continuation.yield($0) }
    }
  }

  /// What the work comes to. Throws what it threw; `CancellationError` where it was cancelled. Cancelling the task that
  /// waits cancels the work.
  public var value: Value {
    get async throws {
      try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    }
  }

  /// Asks the work to end. It does so between two batches of rows, two parts of the index or two steps of mining; what
  /// was kept until then stays, and the same work goes on from there when it is begun again.
  public func cancel() { task.cancel() }
}
