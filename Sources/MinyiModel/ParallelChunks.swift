#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work over 0..<count in chunks of fixed size on several threads, with the results in chunk order.
///
/// The chunks depend on `count` and `chunkSize` only, so what a chunk computes never depends on the threads.
public struct ParallelChunks: Sendable {
  /// Threads that may work at once, in all calls together that this value and its copies serve.
  public let threadCount: Int
  private let idle: ThreadBudget

  /// Less than one thread counts as one.
  public init(threadCount: Int) {
    self.threadCount = Swift.max(1, threadCount)
    // The calling thread is one of them.
    idle = ThreadBudget(self.threadCount - 1)
  }

  /// The processors that this process may use.
  public static var availableThreadCount: Int { Swift.max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `body`'s results for `0..<chunkSize`, `chunkSize..<2 * chunkSize`, … in that order.
  ///
  /// The first error in chunk order is thrown; chunks that nobody has begun by then are left out. A call inside a chunk shares the threads: one that
  /// is done with its own work helps wherever chunks are left.
  public func map<Result: Sendable, Failure: Error>(
    count: Int, chunkSize: Int, _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let chunkCount = (count + chunkSize - 1) / chunkSize
    var outcomes = [Swift.Result<Result, Failure>?](repeating: nil, count: chunkCount)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      // Each chunk's slot is written by the one thread that took it.
      nonisolated(unsafe) let slots = buffer
      forEach(chunkCount) { chunk in
        let range = chunk * chunkSize..<Swift.min(count, (chunk + 1) * chunkSize)
        do throws(Failure) {
          slots[chunk] = .success(try body(range))
          return true
        } catch {
          // Chunks are begun in order, so that those before this one come to their end.
          slots[chunk] = .failure(error)
          return false
        }
      }
    }
    var results: [Result] = []
    results.reserveCapacity(chunkCount)
    for case let outcome? in outcomes { results.append(try outcome.get()) }
    return results
  }

  /// Calls `body` with each of `0..<count`, in that order, until a call returns false; returns when all calls have.
  private func forEach(_ count: Int, _ body: @Sendable (Int) -> Bool) {
    guard threadCount > 1, count > 1 else {
      for i in 0..<count where !body(i) { return }
      return
    }
    withoutActuallyEscaping(body) { body in
      let crew = Crew(count: count, idle: idle, body)
      crew.work()
      crew.disband()
    }
  }

  /// What `first` and `second` return, which work at the same time where there are threads for both.
  ///
  /// Both come to their end; an error of `first` is thrown before one of `second`.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
  ) throws -> (First, Second) {
    var left: Result<First, any Error>?
    var right: Result<Second, any Error>?
    withUnsafeMutablePointer(to: &left) { left in
      withUnsafeMutablePointer(to: &right) { right in
        // Each outcome is written by one of the two only.
        nonisolated(unsafe) let (left, right) = (left, right)
        _ = map(count: 2, chunkSize: 1) { part in
          if part.lowerBound == 0 {
            left.pointee = Result { try first() }
          } else {
            right.pointee = Result { try second() }
          }
        }
      }
    }
    guard let left, let right else { preconditionFailure("map left out a chunk") }
    return (try left.get(), try right.get())
  }
}
