import MinyiModel
import Testing

/// The hash over an opinion's columns, which tells an unchanged row from an updated one.
struct OpinionContentHashTests {
  private let opinion = Opinion(
    key: "1", title: "噪音", body: "夜间施工", time: CivilTime(seconds: 12), author: AuthorHash(rawValue: 3),
    place: "东区", channel: "网站", likes: 4, dislikes: 5, reply: "已转办", repliedAt: CivilTime(seconds: 67),
    others: [OtherColumn(name: "类别", value: "城管")])

  @Test func everyColumnButTheKeyMatters() {
    let changes: [(String, (inout Opinion) -> Void)] = [
      ("title", { $0.title += "。" }), ("body", { $0.body += " " }),
      ("time", { $0.time = CivilTime(seconds: 13) }), ("no time", { $0.time = nil }),
      ("author", { $0.author = AuthorHash(rawValue: 4) }), ("no author", { $0.author = nil }),
      ("place", { $0.place = "西区" }), ("no place", { $0.place = nil }), ("empty place", { $0.place = "" }),
      ("channel", { $0.channel = "电话" }), ("no channel", { $0.channel = nil }),
      ("empty channel", { $0.channel = "" }), ("likes", { $0.likes = 6 }), ("no likes", { $0.likes = nil }),
      ("no likes but zero", { $0.likes = 0 }), ("dislikes", { $0.dislikes = -5 }),
      ("no dislikes", { $0.dislikes = nil }), ("reply", { $0.reply = "已办结" }),
      ("no reply", { $0.reply = nil }),
      ("empty reply", { $0.reply = "" }), ("replied at", { $0.repliedAt = CivilTime(seconds: 68) }),
      ("no reply time", { $0.repliedAt = nil }), ("other name", { $0.others[0].name = "分类" }),
      ("other value", { $0.others[0].value = "" }), ("no others", { $0.others = [] }),
      ("another other", { $0.others.append(OtherColumn(name: "", value: "")) }),
    ]
    var hashes = [opinion.contentHash: "unchanged"]
    for (name, change) in changes {
      var changed = opinion
      change(&changed)
      let known = hashes.updateValue(name, forKey: changed.contentHash)
      #expect(known == nil, "\(name) has the hash of \(known ?? "")")
    }
    var renamed = opinion
    renamed.key = "2"
    #expect(renamed.contentHash == opinion.contentHash)
  }

  @Test func columnsThatTradeCharactersDiffer() {
    // Every way of cutting texts that look like the hash's own separators into neighbouring columns.
    for text in ["12345", "1:1:1:", "--", "2:--", "-1:a", "1:-1:-"] {
      var hashes: Set<ContentHash> = []
      var count = 0
      for i in 0...text.count {
        for j in i...text.count {
          let parts = [text.prefix(i), text.prefix(j).dropFirst(i), text.dropFirst(j)].map { String($0) }
          hashes.insert(Opinion(key: "", title: parts[0], body: parts[1], place: parts[2]).contentHash)
          hashes.insert(Opinion(key: "", title: parts[0], body: parts[1], reply: parts[2]).contentHash)
          hashes.insert(
            Opinion(
              key: "", title: parts[0], body: "", others: [OtherColumn(name: parts[1], value: parts[2])]
            ).contentHash)
          count += 3
        }
      }
      // No two of the three shapes are the same opinion: place, reply and other are told apart even when empty.
      #expect(hashes.count == count, "\(text): \(hashes.count) of \(count)")
    }
  }

  @Test func aMissingColumnIsNotOneOfItsMark() {
    #expect(
      Opinion(key: "", body: "", place: "-").contentHash != Opinion(key: "", body: "", place: nil).contentHash
    )
    #expect(
      Opinion(key: "", body: "", place: "-", channel: nil).contentHash
        != Opinion(key: "", body: "", place: nil, channel: "-").contentHash)
  }
}
