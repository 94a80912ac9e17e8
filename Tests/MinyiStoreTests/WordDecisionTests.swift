import GRDB
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// What was decided about words.
struct WordDecisionTests {
  private let decisions = [
    WordDecision(word: "翠湖苑", fate: .word), WordDecision(word: "一个人", fate: .cut),
    WordDecision(word: "望领导", fate: .refused),
  ]

  @Test func decisionsComeBackInTheOrderOfTheirBytes() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    #expect(try store.wordDecisions().isEmpty)
    for order in [decisions, decisions.reversed()] {
      try store.forget(decisions.map(\.word))
      try store.keep(order)
      let expected = decisions.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
      #expect(try store.wordDecisions() == expected)
    }
    try store.close()
    #expect(try WorkspaceStore(path: store.path, mode: .existing).wordDecisions().count == 3)
  }

  @Test func theLastDecisionCounts() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    try store.keep(decisions)
    try store.keep([WordDecision(word: "翠湖苑", fate: .cut)])
    #expect(try store.wordDecisions().first { $0.word == "翠湖苑" }?.fate == .cut)
    try store.forget(["翠湖苑", "没有的词"])
    #expect(try store.wordDecisions().map(\.word).contains("翠湖苑") == false)
    #expect(try store.wordDecisions().count == 2)
  }

  /// A workspace from before words were kept.
  @Test func anOlderWorkspaceGetsTheTable() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let entry = OpinionEntry(opinion: Opinion(key: "1", body: "路灯坏了"), textHash: ContentHash("a"))
    _ = try store.keep([entry])
    try store.close()
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      try db.execute(sql: "DROP TABLE word; DELETE FROM grdb_migrations WHERE identifier = '3 words'")
    }
    try queue.close()
    let again = try WorkspaceStore(path: store.path, mode: .existing)
    try again.keep(decisions)
    #expect(try again.wordDecisions().count == 3)
    #expect(try again.opinion(key: "1")?.opinion == entry.opinion)
  }
}
