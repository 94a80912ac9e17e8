import Foundation
import MinyiModel
import MinyiText
import Testing

private let environment = ProcessInfo.processInfo.environment
private let seconds = environment["MINYI_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

/// `make fuzz`: mutated texts for as long as one likes, until the first difference. `make test` leaves it out.
struct FuzzTests {
  @Test(.enabled(if: seconds > 0, "set MINYI_FUZZ_SECONDS, as `make fuzz` does"))
  func mutatedTextsAreCutAsICUCutsThem() throws {
    let seed =
      environment["MINYI_FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    print("fuzz: seed \(seed), \(Int(seconds)) s")
    let words = try ICUWords.sample(every: 20)
    let deadline = Date(timeIntervalSinceNow: seconds)
    let threadCount = ParallelChunks.availableThreadCount
    let outcomes = try ParallelChunks(threadCount: threadCount).map(count: threadCount, chunkSize: 1) {
      worker in
      try FuzzTests.run(seed: seed &+ UInt64(worker.lowerBound), words: words, until: deadline)
    }
    let count = outcomes.map(\.count).reduce(0, +)
    print("fuzz: \(count) texts, \(outcomes.map(\.units).reduce(0, +)) units")
    #expect(count > 0)
    for case let difference? in outcomes.map(\.difference) { Issue.record("seed \(seed): \(difference)") }
  }

  private static func run(seed: UInt64, words: [[UInt16]], until deadline: Date) throws -> (
    count: Int, units: Int, difference: String?
  ) {
    var mutator = TextMutator(mixed: MixedText(seed: seed, words: words))
    let comparison = try BoundaryComparison()
    var (count, units) = (0, 0)
    var last: [UInt16] = []
    while Date() < deadline {
      for _ in 0..<500 {
        let text = mutator.next(with: last)
        count += 1
        units += text.count
        if let difference = try comparison.difference(in: text) { return (count, units, difference) }
        last = text
      }
    }
    return (count, units, nil)
  }
}
