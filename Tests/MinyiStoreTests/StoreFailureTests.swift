import Foundation
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// What happens when writing fails or others read meanwhile.
struct StoreFailureTests {
  @Test func aFullDiskLeavesWhatWasThere() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let first = (0..<50).map { number in
      OpinionEntry(
        opinion: Opinion(key: "\(number)", body: "路灯 \(number)"), textHash: ContentHash("\(number)"))
    }
    _ = try store.keep(first)
    try store.limitPages(to: 30)
    let large = (0..<50).map { number in
      OpinionEntry(
        opinion: Opinion(key: "\(number)", body: String(repeating: "停水", count: 4000)),
        textHash: ContentHash("x"))
    }
    do {
      _ = try store.keep(large)
      Issue.record("written in spite of the limit")
    } catch {
      guard case .diskFull(store.path) = error else {
        Issue.record("\(error)")
        return
      }
    }
    // The transaction as a whole is undone, at once and after reopening, and writing goes on.
    func isAsBefore(_ store: WorkspaceStore) throws -> Bool {
      try store.opinionCount() == 50
        && first.allSatisfy { try store.opinion(key: $0.opinion.key)?.opinion == $0.opinion }
    }
    #expect(try isAsBefore(store))
    try store.close()
    let again = try WorkspaceStore(path: store.path, mode: .existing)
    #expect(try isAsBefore(again))
    #expect(try again.keep(large).allSatisfy { $0 == .updated })
  }

  @Test func aFullDiskLeavesTheLastResults() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let record = RunRecord(
      settings: "{}", versions: "{}", opinionCount: 0, documentCount: 0, resultHash: "first")
    try store.replaceResults(by: RunResult(record: record, themes: [], concerns: [], assignments: []))
    try store.limitPages(to: 30)
    let themes = (1...400).map { number in
      ThemeRecord(
        id: ThemeID(rawValue: Int32(number)), label: String(repeating: "主题", count: 400), terms: [])
    }
    var later = record
    later.resultHash = "second"
    let result = RunResult(record: later, themes: themes, concerns: [], assignments: [])
    #expect(throws: StoreError.self) { try store.replaceResults(by: result) }
    let kept = try store.results()
    #expect(kept.record == record && kept.themes.isEmpty)
  }

  @Test func readersSeeWholeBatchesWhileOneWrites() async throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let batchSize = 25
    let batches = 40
    try await withThrowingTaskGroup(of: [Int].self) { group in
      group.addTask {
        for batch in 0..<batches {
          _ = try store.keep(
            (0..<batchSize).map { number in
              OpinionEntry(
                opinion: Opinion(key: "\(batch)-\(number)", body: "停水"), textHash: ContentHash("\(batch)"))
            })
        }
        return [try store.opinionCount()]
      }
      for _ in 0..<3 {
        group.addTask {
          var counts: [Int] = []
          while counts.last ?? 0 < batchSize * batches {
            counts.append(try store.opinionOrder().count)
            await Task.yield()
          }
          return counts
        }
      }
      for try await counts in group {
        #expect(counts.allSatisfy { $0.isMultiple(of: batchSize) }, "part of a batch was seen: \(counts)")
        #expect(counts == counts.sorted() && counts.last == batchSize * batches)
      }
    }
  }

  @Test func twoOpenWorkspacesOfOneFileSeeEachOther() throws {
    let folder = try TemporaryFolder()
    let first = try newStore(in: folder)
    let second = try WorkspaceStore(path: first.path, mode: .existing)
    for number in 0..<20 {
      let entry = OpinionEntry(
        opinion: Opinion(key: "\(number)", body: "噪音"), textHash: ContentHash("\(number)"))
      let (writer, reader) = number.isMultiple(of: 2) ? (first, second) : (second, first)
      #expect(try writer.keep([entry]) == [.imported])
      #expect(try reader.opinionCount() == number + 1 && reader.keep([entry]) == [.unchanged])
    }
  }
}
