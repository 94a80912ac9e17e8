import MinyiText
import Testing

/// The tokens of the search index.
struct CharacterPairsTests {
  private func tokens(_ text: String, isQuery: Bool = false) -> [String] {
    var tokens: [String] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      _ = CharacterPairs().forEachToken(of: bytes, isQuery: isQuery) {
        tokens.append(String(decoding: $0, as: UTF8.self))
        return 0
      }
    }
    return tokens
  }

  @Test(arguments: [
    ("路灯不亮", ["路灯", "灯不", "不亮", "亮"], ["路灯", "灯不", "不亮"]),
    ("不亮，请修", ["不亮", "亮", "请修", "修"], ["不亮", "亮", "请修"]),
    ("路", ["路"], ["路"]), ("亮！路", ["亮", "路"], ["亮", "路"]), ("", [], []), ("，。 ", [], []),
    ("５Ｇ基站", ["5g", "g基", "基站", "站"], ["5g", "g基", "基站"]), ("路燈", ["路灯", "灯"], ["路灯"]),
    ("😀𠀀", ["😀𠀀", "𠀀"], ["😀𠀀"]),
    (
      "\u{100001}\u{100002} \u{100001}", ["\u{100001}\u{100002}", "\u{100001}"],
      ["\u{100001}\u{100002}", "\u{100001}"]
    ),
    ("电话13812345678。", ["电话", "话"], ["电话"]),
  ])
  func tokensOfTextsAndOfQueries(_ text: String, _ ofText: [String], _ ofQuery: [String]) {
    #expect(tokens(text) == ofText, "\(text)")
    #expect(tokens(text, isQuery: true) == ofQuery, "\(text)")
  }

  @Test func itStopsWhenItIsTold() {
    let bytes = Array("路灯不亮".utf8)
    var count = 0
    let status = bytes.withUnsafeBufferPointer { bytes in
      CharacterPairs().forEachToken(of: bytes, isQuery: false) { _ in
        count += 1
        return count == 2 ? 7 : 0
      }
    }
    #expect(status == 7 && count == 2)
  }
}
