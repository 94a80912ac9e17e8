import Foundation
import MinyiModel
import MinyiStore
import TestSupport

/// Seeded random opinions with odd characters in every text column and gaps everywhere.
struct RandomOpinions {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Texts that a database may trip over: quotes, nothing, four-byte characters, marks, non-characters.
  static let texts = [
    "", " ", "路灯坏了", "'", "\"", "''; DROP TABLE opinion; --", "%_", "\\", "𠮷野家 😀👨‍👩‍👧", "é", "e\u{301}",
    "\u{200B}", "\u{FEFF}BOM", "\u{FFFF}", "\u{202E}右", "\r\n\t", "ﷺ", "〔手机〕", "ÿ", "\u{10FFFF}", "-", "null",
  ]

  mutating func text() -> String {
    (0..<1 + generator.next(below: 3)).map { _ in Self.texts[generator.next(below: Self.texts.count)] }
      .joined()
  }

  private mutating func maybe<Value>(_ make: (inout RandomOpinions) -> Value) -> Value? {
    generator.next(below: 3) == 0 ? nil : make(&self)
  }

  private mutating func number() -> Int {
    [0, 1, -7, 2_097, Int.max, Int.min][generator.next(below: 6)]
  }

  mutating func opinion(key: String) -> Opinion {
    Opinion(
      key: key, title: text(), body: text(),
      time: maybe { CivilTime(seconds: Int64($0.number() / 2)) },
      author: maybe { AuthorHash(rawValue: $0.generator.next()) }, place: maybe { $0.text() },
      channel: maybe { $0.text() }, likes: maybe { $0.number() }, dislikes: maybe { $0.number() },
      reply: maybe { $0.text() }, repliedAt: maybe { CivilTime(seconds: Int64($0.number() / 2)) },
      others: (0..<generator.next(below: 3)).map { _ in OtherColumn(name: text(), value: text()) })
  }

  mutating func entry(key: String) -> OpinionEntry {
    // Few distinct hashes, so that the key decides the order often.
    let words: [UInt64] = [0, 1, 0x8000_0000_0000_0000, .max]
    return OpinionEntry(
      opinion: opinion(key: key),
      textHash: ContentHash(high: words[generator.next(below: 4)], low: words[generator.next(below: 4)]))
  }
}

/// A new workspace in a folder of its own.
func newStore(in folder: TemporaryFolder, _ name: String = "w.minyi") throws -> WorkspaceStore {
  try WorkspaceStore(path: folder.url.appendingPathComponent(name).path, mode: .create)
}
