import Foundation
import MinyiModel
import Synchronization
import Testing

struct ParallelChunksTests {
  private struct Failure: Error, Equatable {
    var start: Int
  }

  private static let sizes = [0, 1, 2, 3, 7, 8, 9, 63, 64, 65, 1000]

  @Test func chunksTileTheCountInOrder() {
    for count in Self.sizes {
      for chunkSize in [1, 2, 3, 8, 64, 1001] {
        for threads in [1, 2, 8] {
          let ranges = ParallelChunks(threadCount: threads).map(count: count, chunkSize: chunkSize) { $0 }
          #expect(
            ranges.flatMap { Array($0) } == Array(0..<count), "\(count) by \(chunkSize), \(threads) threads")
          #expect(ranges.dropLast().allSatisfy { $0.count == chunkSize })
          #expect(ranges.last.map { (1...chunkSize).contains($0.count) } ?? (count == 0))
        }
      }
    }
  }

  @Test func resultsDoNotDependOnThreads() {
    // A sum of numbers whose rounding depends on the order of addition.
    func sums(_ threads: Int) -> [Double] {
      ParallelChunks(threadCount: threads).map(count: 10_007, chunkSize: 97) { range in
        var random = SplitMix64(seed: UInt64(range.lowerBound))
        return range.reduce(0.0) { sum, _ in sum + random.nextUnit() / 3 }
      }
    }
    let expected = sums(1)
    #expect(expected.count == 104)
    for threads in [2, 3, 8, 200] { #expect(sums(threads) == expected, "\(threads) threads") }
  }

  @Test func theFirstErrorInChunkOrderIsThrown() {
    var random = SplitMix64(seed: 6)
    for round in 0..<50 {
      let bad = Set((0..<1 + random.next(below: 5)).map { _ in random.next(below: 40) * 10 })
      for threads in [1, 2, 8] {
        do throws(Failure) {
          let all = try ParallelChunks(threadCount: threads).map(count: 400, chunkSize: 10) {
            (range) throws(Failure) -> Int in
            if bad.contains(range.lowerBound) { throw Failure(start: range.lowerBound) }
            return range.lowerBound
          }
          Issue.record("round \(round): no error, \(all.count) results")
        } catch {
          #expect(error.start == bad.min(), "round \(round), \(threads) threads, \(bad)")
        }
      }
    }
  }

  @Test func lessThanOneThreadIsOne() {
    #expect(ParallelChunks(threadCount: 0).threadCount == 1)
    #expect(ParallelChunks(threadCount: -3).map(count: 5, chunkSize: 2) { $0.count } == [2, 2, 1])
    #expect(ParallelChunks.availableThreadCount >= 1)
  }

  @Test(arguments: [1, 2, 3, 8]) func nestedCallsGiveWhatOneThreadGives(_ threads: Int) {
    func sums(_ chunks: ParallelChunks) -> [[Int]] {
      chunks.map(count: 40, chunkSize: 3) { outer in
        chunks.map(count: 200, chunkSize: 7) { inner in
          chunks.map(count: inner.count, chunkSize: 2) { $0.reduce(0, +) }.reduce(outer.lowerBound, +)
        }
      }
    }
    #expect(sums(ParallelChunks(threadCount: threads)) == sums(ParallelChunks(threadCount: 1)))
  }

  @Test(arguments: [1, 2, 3]) func noMoreThreadsThanAllowedWorkAtOnce(_ threads: Int) {
    let chunks = ParallelChunks(threadCount: threads)
    let working = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    _ = chunks.map(count: 6, chunkSize: 1) { _ in
      chunks.map(count: 30, chunkSize: 1) { _ in
        let now = working.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        usleep(200)
        working.subtract(1, ordering: .relaxed)
      }
    }
    #expect((1...threads).contains(most.load(ordering: .relaxed)))
  }

  @Test func whoIsDoneHelpsTheOther() throws {
    let chunks = ParallelChunks(threadCount: 2)
    let helpers = Mutex<Set<UInt>>([])
    // The first part ends at once; its thread then takes chunks of the second.
    _ = try chunks.both {
    } _: {
      _ = chunks.map(count: 10_000, chunkSize: 1) { _ in
        let count = helpers.withLock { helpers in
          helpers.insert(UInt(bitPattern: pthread_self().hashValue))
          return helpers.count
        }
        if count < 2 { usleep(1_000) }
      }
    }
    #expect(helpers.withLock { $0.count } == 2)
  }

  @Test(arguments: [1, 2, 8]) func anErrorEndsTheWork(_ threads: Int) {
    let begun = Atomic<Int>(0)
    #expect(throws: Failure(start: 5)) {
      try ParallelChunks(threadCount: threads).map(count: 10_000, chunkSize: 1) { range in
        begun.add(1, ordering: .relaxed)
        if range.lowerBound >= 5 { throw Failure(start: range.lowerBound) }
        usleep(100)
      }
    }
    #expect(begun.load(ordering: .relaxed) <= 6 + threads)
  }

  @Test func bothThrowTheFirstOnesError() throws {
    for threads in [1, 2] {
      let chunks = ParallelChunks(threadCount: threads)
      #expect(throws: Failure(start: 1)) {
        try chunks.both {
          throw Failure(start: 1)
        } _: {
          throw Failure(start: 2)
        }
      }
      #expect(try chunks.both({ 1 }, { "b" }) == (1, "b"))
    }
  }
}
