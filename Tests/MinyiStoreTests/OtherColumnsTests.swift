import GRDB
import MinyiModel
import MinyiStore
import TestSupport
import Testing

/// Columns that are no field come back as they were, in whatever JSON they were written.
struct OtherColumnsTests {
  @Test func whateverTheyHoldComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    let pieces = [
      "\"", "\\", "\n", "\u{1}", "\u{1F}", "\u{7F}", "甲", "😀", "}", "]", ",", "{\"name\":\"", "\\u0041", "a",
      "/",
    ]
    var random = SplitMix64(seed: 4)
    func text() -> String {
      (0..<random.next(below: 6)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    }
    let opinions = (0..<400).map { number in
      Opinion(
        key: "\(number)", body: "路灯不亮",
        others: (0..<random.next(below: 4)).map { _ in OtherColumn(name: text(), value: text()) })
    }
    _ = try store.keep(opinions.map { OpinionEntry(opinion: $0, textHash: ContentHash($0.body)) })
    for opinion in opinions {
      #expect(try store.opinion(key: opinion.key)?.opinion == opinion, "\(opinion.others)")
    }
    let lists = Set(opinions.map { $0.others.map(\.name) }).subtracting([[]])
    #expect(try Set(store.otherColumnNames()) == lists)
  }

  /// Version 0.1 had them written by JSONEncoder, which gives keys in any order and escapes slashes.
  @Test(arguments: [
    #"[{"value":"b","name":"a"}]"#, #"[{"name":"a","value":"b","x":1}]"#,
    #"[ {"name" : "a", "value" : "b"} ]"#,
    #"[{"name":"a","value":"\u0062"}]"#, #"[{"name":"\u0061","value":"b"}]"#,
  ]) func otherJSONIsReadToo(_ text: String) throws {
    let folder = try TemporaryFolder()
    let store = try newStore(in: folder)
    _ = try store.keep([
      OpinionEntry(
        opinion: Opinion(key: "1", body: "x", others: [OtherColumn(name: "a", value: "b")]),
        textHash: ContentHash("x"))
    ])
    try store.close()
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { try $0.execute(sql: "UPDATE opinion SET others = ?", arguments: [text]) }
    try queue.close()
    let again = try WorkspaceStore(path: store.path, mode: .existing)
    #expect(try again.opinion(key: "1")?.opinion.others == [OtherColumn(name: "a", value: "b")])
  }
}
