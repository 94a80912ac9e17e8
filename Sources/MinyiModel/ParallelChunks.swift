import Dispatch
import Synchronization

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
  /// Threads that may work at once.
  public var threadCount: Int

  /// Less than one thread counts as one.
  public init(threadCount: Int) { self.threadCount = Swift.max(1, threadCount) }

  /// The processors that this process may use.
  public static var availableThreadCount: Int { Swift.max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `body`'s results for `0..<chunkSize`, `chunkSize..<2 * chunkSize`, … in that order.
  ///
  /// The first error in chunk order is thrown, after all chunks have ended.
  public func map<Result: Sendable, Failure: Error>(
    count: Int, chunkSize: Int, _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let chunkCount = (count + chunkSize - 1) / chunkSize
    var outcomes = [Swift.Result<Result, Failure>?](repeating: nil, count: chunkCount)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      // Each chunk's slot is written by the one worker that took it. Whoever is free takes the next: a thread that other work
      // held up helps with what is left.
      nonisolated(unsafe) let slots = buffer
      let workerCount = Swift.min(threadCount, chunkCount)
      let next = Atomic<Int>(0)
      @Sendable func work() {
        while true {
          let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard chunk < chunkCount else { return }
          let range = chunk * chunkSize..<Swift.min(count, (chunk + 1) * chunkSize)
          do throws(Failure) { slots[chunk] = .success(try body(range)) } catch {
            slots[chunk] = .failure(error)
          }
        }
      }
      if workerCount > 1 {
        DispatchQueue.concurrentPerform(iterations: workerCount) { _ in work() }
      } else {
        work()
      }
    }
    var results: [Result] = []
    results.reserveCapacity(chunkCount)
    for case let outcome? in outcomes { results.append(try outcome.get()) }
    return results
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
