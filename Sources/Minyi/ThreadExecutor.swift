import Dispatch

/// Runs a task on a thread of Dispatch, which makes more where some are blocked. Swift's own pool has a thread a processor.
final class ThreadExecutor: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
