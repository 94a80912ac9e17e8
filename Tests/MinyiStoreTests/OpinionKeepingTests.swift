import MinyiModel
import MinyiStore
import TestSupport
import Testing

struct OpinionKeepingTests {
  @Test func opinionsComeBackAsTheyWere() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 1)
    let entries = (0..<400).map { random.entry(key: "\($0)") }
    #expect(try store.keep(entries).allSatisfy { $0 == .imported })
    #expect(try store.opinionCount() == 400)
    for entry in entries {
      let stored = try #require(try store.opinion(key: entry.opinion.key))
      #expect(stored.opinion == entry.opinion && stored.textHash == entry.textHash, "\(entry.opinion)")
      // Equal as strings is not enough: the same scalars.
      #expect(Array(stored.opinion.body.utf8) == Array(entry.opinion.body.utf8), "\(entry.opinion)")
    }
    #expect(try store.opinion(key: "400") == nil)
  }

  @Test func fatesAreThoseOfADictionaryAndTheSameBeforehand() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 2)
    var known: [[UInt8]: Opinion] = [:]
    // Keys that differ in their bytes alone are different keys.
    let keys = ["1", "2", "é", "e\u{301}", "", "'", "1 ", "𠮷"]
    let versions = keys.map { key in (0..<3).map { _ in random.entry(key: key) } }
    for round in 0..<150 {
      let entries = (0..<random.generator.next(below: 7)).map { _ in
        versions[random.generator.next(below: keys.count)][random.generator.next(below: 3)]
      }
      let expected = entries.map { entry in
        let old = known.updateValue(entry.opinion, forKey: Array(entry.opinion.key.utf8))
        return old == nil ? KeepFate.imported : old == entry.opinion ? .unchanged : .updated
      }
      let shown = entries.map(\.opinion.key)
      #expect(try store.fates(of: entries) == expected, "round \(round): \(shown)")
      #expect(try store.keep(entries) == expected, "round \(round): \(shown)")
      #expect(try store.opinionCount() == known.count)
    }
    for (key, opinion) in known {
      #expect(try store.opinion(key: String(decoding: key, as: UTF8.self))?.opinion == opinion)
    }
  }

  @Test func anUpdateKeepsTheIdAndTakesEveryColumn() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 3)
    for number in 0..<60 {
      let old = random.entry(key: "\(number)")
      let new = random.entry(key: "\(number)")
      _ = try store.keep([old])
      let id = try #require(try store.opinion(key: "\(number)")).id
      guard new.opinion != old.opinion else { continue }
      #expect(try store.keep([new]) == [.updated])
      let stored = try #require(try store.opinions([id]).first)
      #expect(
        stored.opinion == new.opinion && stored.textHash == new.textHash, "\(old.opinion) \(new.opinion)")
    }
    #expect(try store.opinionCount() == 60)
  }

  @Test func theOrderIsByHashThenKeyWhateverTheOrderOfKeeping() throws {
    let folder = try TemporaryFolder()
    var random = RandomOpinions(seed: 4)
    let keys = (0..<120).map { "\($0)" } + ["é", "e\u{301}", "Z", "a", "汉", "𠮷", "\u{FFFF}"]
    let entries = keys.map { random.entry(key: $0) }
    // The hash as a number, then the key by its UTF-8.
    let expected = entries.sorted { a, b in
      if a.textHash != b.textHash { return a.textHash < b.textHash }
      return a.opinion.key.utf8.lexicographicallyPrecedes(b.opinion.key.utf8)
    }.map { Array($0.opinion.key.utf8) }
    for round in 0..<3 {
      let store = try newStore(in: folder, "\(round).minyi")
      _ = try store.keep(entries.shuffled(using: &random.generator))
      let order = try store.opinionOrder()
      let opinions = try store.opinions(order.map(\.id))
      #expect(opinions.map { Array($0.opinion.key.utf8) } == expected, "round \(round)")
      #expect(opinions.map(\.textHash) == order.map(\.textHash))
    }
  }

  @Test func aTextEndsAtANUL() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let entry = OpinionEntry(
      opinion: Opinion(key: "1\0a", title: "\0", body: "路灯\0坏了", place: "东城"), textHash: ContentHash("a"))
    #expect(try store.keep([entry]) == [.imported] && store.keep([entry]) == [.unchanged])
    let stored = try #require(try store.opinion(key: "1")).opinion
    #expect(stored.key == "1" && stored.title == "" && stored.body == "路灯" && stored.place == "东城")
  }

  @Test func opinionsComeInTheOrderAskedForWithoutUnknownOnes() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 5)
    _ = try store.keep((0..<20).map { random.entry(key: "\($0)") })
    let keys = try store.keys()
    #expect(Set(keys.values) == Set((0..<20).map { "\($0)" }))
    var ids = keys.keys.sorted().shuffled(using: &random.generator)
    let expected = ids.compactMap { keys[$0] }
    ids.insert(OpinionID(rawValue: 9_999), at: 7)
    #expect(try store.opinions(ids).map(\.opinion.key) == expected)
  }

  @Test func agendaColumnsAreThoseOfTheOpinions() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    var random = RandomOpinions(seed: 6)
    _ = try store.keep((0..<100).map { random.entry(key: "\($0)") })
    let columns = try store.agendaColumns()
    #expect(columns.count == 100)
    for (id, found) in columns {
      let opinion = try #require(try store.opinions([id]).first).opinion
      #expect(found.time == opinion.time && found.author == opinion.author && found.place == opinion.place)
      #expect(found.likes == opinion.likes && found.dislikes == opinion.dislikes)
      #expect(found.repliedAt == opinion.repliedAt, "\(opinion)")
    }
  }
}
