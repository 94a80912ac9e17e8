import GRDB
import MinyiModel
import MinyiStore
import TestSupport
import Testing

struct ResultsTests {
  /// A workspace with ten opinions, three to a text hash, and their ids by key.
  private func filledStore(in folder: TemporaryFolder) throws -> (WorkspaceStore, [String: OpinionID]) {
    let store = try newStore(in: folder)
    _ = try store.keep(
      (0..<10).map { number in
        OpinionEntry(
          opinion: Opinion(key: "\(number)", body: "意见 \(number)"), textHash: ContentHash("\(number / 3)"))
      })
    let keys = try store.keys()
    return (store, Dictionary(uniqueKeysWithValues: keys.map { ($0.value, $0.key) }))
  }

  /// Random results over the opinions `ids`; `assignments` in the order in which they are read back.
  private func randomResult(_ random: inout RandomOpinions, _ ids: [String: OpinionID], hash: String)
    -> RunResult
  {
    func terms() -> [WeightedTerm] {
      (0..<random.generator.next(below: 4)).map { _ in
        WeightedTerm(term: random.text(), weight: random.generator.nextUnit() / 3)
      }
    }
    let themes = (1...2).map { ThemeRecord(id: ThemeID(rawValue: $0), label: random.text(), terms: terms()) }
    let concerns = (1...3).map { number in
      ConcernRecord(
        id: ConcernID(rawValue: number), label: random.text(),
        theme: number == 3 ? nil : ThemeID(rawValue: number), terms: terms(),
        quotes: (0..<random.generator.next(below: 4)).map { position in
          QuoteRecord(
            opinion: ids["\(position)"] ?? OpinionID(rawValue: 0),
            field: position.isMultiple(of: 2) ? .title : .body,
            start: position, end: position + 5, text: random.text())
        })
    }
    let keys = ids.keys.sorted()
    let assignments = keys.enumerated().compactMap { i, key -> AssignmentRecord? in
      guard let id = ids[key] else { return nil }
      let concern = Int32(random.generator.next(below: 4))
      return AssignmentRecord(
        opinion: id, concern: concern == 0 ? nil : ConcernID(rawValue: concern),
        theme: concern < 3 ? nil : ThemeID(rawValue: 2), document: i / 3, copyOf: i / 6,
        similarity: concern == 0 ? nil : random.generator.nextUnit(),
        signals: concern == 1 ? "{\"严重\":3}" : nil)
    }
    return RunResult(
      record: RunRecord(
        settings: random.text(), versions: "{\"icu\":\"72.1\"}", opinionCount: 10, documentCount: 4,
        resultHash: hash),
      themes: themes, concerns: concerns, assignments: assignments)
  }

  private func expectEqual(_ found: RunResult, _ expected: RunResult, _ note: String) {
    #expect(found.record == expected.record, "\(note)")
    #expect(found.themes == expected.themes, "\(note)")
    #expect(found.concerns == expected.concerns, "\(note)")
    #expect(found.assignments == expected.assignments, "\(note)")
  }

  @Test func resultsComeBackAsTheyWereAndReplaceEarlierOnes() throws {
    let folder = try TemporaryFolder()
    let (store, ids) = try filledStore(in: folder)
    var random = RandomOpinions(seed: 1)
    for round in 0..<20 {
      let result = randomResult(&random, ids, hash: "\(round)")
      // In any order: they come back by document, then key.
      var shuffled = result
      shuffled.assignments.shuffle(using: &random.generator)
      shuffled.themes.reverse()
      shuffled.concerns.reverse()
      try store.replaceResults(by: shuffled)
      expectEqual(try store.results(), result, "round \(round)")
    }
    try store.close()
    #expect(try WorkspaceStore(path: store.path, mode: .existing).results().record.resultHash == "19")
  }

  @Test func fewerResultsLeaveNothingOfTheEarlierOnes() throws {
    let folder = try TemporaryFolder()
    let (store, ids) = try filledStore(in: folder)
    var random = RandomOpinions(seed: 2)
    let result = randomResult(&random, ids, hash: "full")
    try store.replaceResults(by: result)
    var empty = result
    empty.themes = []
    empty.concerns = []
    empty.assignments = []
    try store.replaceResults(by: empty)
    expectEqual(try store.results(), empty, "empty")
    #expect(try store.opinionCount() == 10)
  }

  @Test func withoutARunThereAreNoResults() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    do {
      _ = try store.results()
      Issue.record("results of no run")
    } catch {
      guard case .noRun(store.path) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func aResultForAnUnknownOpinionChangesNothing() throws {
    let folder = try TemporaryFolder()
    let (store, ids) = try filledStore(in: folder)
    var random = RandomOpinions(seed: 3)
    let result = randomResult(&random, ids, hash: "good")
    try store.replaceResults(by: result)
    var bad = result
    bad.record.resultHash = "bad"
    bad.assignments.append(
      AssignmentRecord(
        opinion: OpinionID(rawValue: 777), concern: nil, theme: nil, document: 9, similarity: nil,
        signals: nil))
    #expect(throws: StoreError.self) { try store.replaceResults(by: bad) }
    expectEqual(try store.results(), result, "after a failed replacement")
  }

  @Test func deletingCascades() throws {
    let folder = try TemporaryFolder()
    let (store, ids) = try filledStore(in: folder)
    var random = RandomOpinions(seed: 4)
    var result = randomResult(&random, ids, hash: "x")
    let gone = try #require(ids["1"])
    result.concerns[0].quotes = [
      QuoteRecord(opinion: gone, field: .body, start: 0, end: 2, text: "意见"),
      QuoteRecord(opinion: try #require(ids["2"]), field: .body, start: 0, end: 2, text: "意见"),
    ]
    try store.replaceResults(by: result)
    try store.close()
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      try db.execute(sql: "DELETE FROM opinion WHERE key = '1'")
      try db.execute(sql: "DELETE FROM concern WHERE id = 2")
      try db.execute(sql: "DELETE FROM theme WHERE id = 1")
    }
    try queue.close()
    // An opinion takes its assignment and quotes with it, a concern its assignments; a theme is only forgotten.
    var expected = result
    expected.themes.removeFirst()
    expected.concerns.remove(at: 1)
    expected.concerns[0].theme = nil
    expected.concerns[0].quotes.removeFirst()
    for i in expected.concerns.indices { expected.concerns[i].quotes.removeAll { $0.opinion == gone } }
    expected.assignments.removeAll { $0.opinion == gone || $0.concern == ConcernID(rawValue: 2) }
    expectEqual(try WorkspaceStore(path: store.path, mode: .existing).results(), expected, "after deleting")
  }

  @Test func importsAreListedInOrder() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var records: [ImportRecord] = []
    for number in 0..<5 {
      var record = ImportRecord(file: "来件 '\(number)'.csv", format: "csv", encoding: "GB18030")
      record.imported = 10 * number
      record.updated = 1
      record.unchanged = 2
      record.blank = 3
      record.malformed = number
      record.masked = ["手机": number, "邮箱": 1]
      records.append(record)
      try store.note(record)
    }
    #expect(try store.imports() == records)
    #expect(records.map(\.rows) == [6, 17, 28, 39, 50])
  }
}
