import Foundation
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// Copies of a workspace with some of its opinions.
struct SampleTests {
  @Test func aSampleHasItsOpinionsAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 7)
    _ = try store.keep((0..<40).map { random.entry(key: "k\($0)") })
    try store.keep([WordDecision(word: "翠湖苑", fate: .word)])
    try store.addSegments([[1, 2, 3]], settings: "s")
    let keys = try store.keys()
    let wanted = Set(keys.keys.sorted().enumerated().filter { $0.offset % 3 != 1 }.map(\.element))
    let sample = try store.sample(wanted, path: folder.path + "/sample.sqlite")
    #expect(try sample.keys() == keys.filter { wanted.contains($0.key) })
    #expect(
      try sample.opinions(wanted.sorted()).map(\.opinion) == store.opinions(wanted.sorted()).map(\.opinion))
    #expect(try sample.wordDecisions() == store.wordDecisions())
    #expect(try sample.segments(settings: "s") == [Data([1, 2, 3])])
    #expect(try sample.lastResults() == nil && store.keys() == keys)
    try sample.close()
    // A name that is taken stays as it is.
    #expect(throws: StoreError.self) { try store.sample([], path: folder.path + "/sample.sqlite") }
    #expect(throws: StoreError.self) { try store.sample([], path: folder.path + "/no/such.sqlite") }
  }
}
