import Foundation
import Minyi
import TestSupport
import Testing

/// Work that is waited for, watched and cancelled.
struct JobTests {
  private static func lines(_ count: Int, _ word: String = "路灯") -> String {
    (0..<count).map { #"{"id":"\#($0)","body":"\#(word)第\#($0 % 97)号不亮，请派人来修第\#($0 % 89)次"}"# + "\n" }
      .joined()
  }

  @Test func aJobGivesWhatTheCallGivesAndTellsOfEveryStep() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.jsonl", JobTests.lines(3000))
    let called = try Pipeline(workspace: Workspace(path: folder.path + "/a.sqlite")).run([file])
    let workspace = try Workspace(path: folder.path + "/b.sqlite")
    let job = Pipeline(workspace: workspace).start([file])
    var steps: [Minyi.Progress.Step] = []
    for await progress in job.progress where !steps.contains(progress.step) { steps.append(progress.step) }
    let outcome = try await job.value
    #expect(outcome.results.record == called.results.record)
    #expect(outcome.agenda.topics.map(\.label) == called.agenda.topics.map(\.label))
    #expect(steps.suffix(2) == [.name, .rank] || steps.contains(.rank), "\(steps)")
    let found = try await workspace.startSearch(SearchQuery("路灯")).value
    let again = try workspace.search(SearchQuery("路灯"))
    #expect(found.matches > 0 && found == again)
  }

  @Test func aCancelledImportKeepsWholeBatchesAndGoesOn() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.jsonl", JobTests.lines(60_000))
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    // The import stops at its twenty-thousandth row until it is cancelled.
    let gate = DispatchSemaphore(value: 0)
    let job = Job { progress in
      var importer = workspace.importer()
      importer.progress = { step in
        progress(step)
        if step.rowCount == 20_000 { gate.wait() }
      }
      return try importer.importFile(file)
    }
    for await step in job.progress where step.rowCount == 20_000 {
      job.cancel()
      gate.signal()
      break
    }
    await #expect(throws: CancellationError.self) { try await job.value }
    let kept = try workspace.opinionCount()
    #expect(kept >= 10_000 && kept <= 20_000 && kept % 5000 == 0, "\(kept)")
    #expect(try workspace.imports().isEmpty)
    let reports = try await workspace.startImport([file]).value
    #expect(reports[0].record.unchanged == kept && reports[0].record.imported == 60_000 - kept)
  }

  @Test func cancellingWhoWaitsCancelsTheWork() async throws {
    let folder = try TemporaryFolder()
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    let file = try folder.file("a.jsonl", JobTests.lines(60_000))
    let waiting = Task { try await workspace.startImport([file]).value }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(try workspace.opinionCount() < 60_000)
    // Mining too, and nothing of it is kept.
    try workspace.importer().importFile(folder.file("b.jsonl", JobTests.lines(2000)))
    let mining = workspace.startMining()
    mining.cancel()
    await #expect(throws: CancellationError.self) { try await mining.value }
    #expect(try workspace.lastRun() == nil)
  }

  @Test func severalWorkspacesWorkAtOnce() async throws {
    let folder = try TemporaryFolder()
    let words = ["路灯", "电梯", "井盖", "噪音"]
    let counts = try await withThrowingTaskGroup(of: (String, Int, Int).self) { group in
      for (i, word) in words.enumerated() {
        let file = try folder.file("\(i).jsonl", JobTests.lines(500 + 100 * i, word))
        let path = folder.path + "/\(i).sqlite"
        group.addTask {
          let workspace = try Workspace(path: path)
          _ = try await Pipeline(workspace: workspace).start([file]).value
          var options = SearchOptions()
          options.rankedMatches = nil
          let own = try await workspace.startSearch(SearchQuery(word), options).value.matches
          let other = try await workspace.startSearch(
            SearchQuery(words.filter { $0 != word }.joined(separator: " OR ")), options
          ).value.matches
          return (word, own, other)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = [$1.1, $1.2] }
    }
    for (i, word) in words.enumerated() { #expect(counts[word] == [500 + 100 * i, 0], "\(word)") }
  }

  /// The thread of a job may block; Swift's own threads may not.
  @Test func jobsDoNotHoldUpTasks() async throws {
    let gates = (0..<16).map { _ in DispatchSemaphore(value: 0) }
    let jobs = gates.map { gate in Job { _ in gate.wait() } }
    // With sixteen jobs waiting there is still a thread for this.
    await Task.detached { for gate in gates { gate.signal() } }.value
    for job in jobs { try await job.value }
  }
}
