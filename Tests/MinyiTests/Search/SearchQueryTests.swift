import Minyi
import Testing

/// What is wrong with a query is told with its place.
struct SearchQueryTests {
  @Test(arguments: [
    ("", 1), ("   ", 1), ("(路灯", 1), ("路灯)", 3), ("路灯 OR", 4), ("OR 路灯", 1), ("路灯 OR OR 井盖", 7),
    ("路灯 AND", 4), ("AND 路灯", 1), ("路灯 (", 4 + 1), ("()", 2), ("\"路灯", 1), ("路灯 \"不亮", 4), ("NOT 路灯", 1),
    ("-路灯", 1), ("路灯 NOT", 4), ("路灯 OR NOT 井盖", 7), ("路灯 plase:东兴区", 4), ("place:", 1), ("after:昨天", 7),
    ("路灯 after:2025-13", 10), ("before:2025-02-30", 8), ("concern:灯", 9), ("路灯 OR concern:3", 15),
    ("路灯 NOT theme:环境", 14), ("，。", 1), ("路灯 “！”", 4), ("路灯 NOT NOT 井盖", 4), ("13812345678", 1),
    ("(路灯 OR (-井盖 -噪音))", 9),
  ])
  func errorsNameTheColumn(_ query: String, _ column: Int) {
    do {
      _ = try SearchQuery(query)
      Issue.record("no error: \(query)")
    } catch {
      #expect(error.column == column, "\(query): \(error)")
    }
  }

  @Test func theCaretStandsUnderTheCharacter() {
    let error = SearchQueryError(query: "路灯 plase:东", column: 4, reason: "?")
    #expect(error.description.hasSuffix("\n  路灯 plase:东\n       ^"))
  }

  @Test func tooMuchIsRefused() {
    let deep = String(repeating: "(", count: 40) + "路" + String(repeating: ")", count: 40)
    let long = (0..<80).map { "词\($0)" }.joined(separator: " OR ")
    for query in [deep, long] { #expect(throws: SearchQueryError.self) { try SearchQuery(query) } }
  }

  /// Whatever is typed is a query or an error with a column in it; FTS5 understands all queries.
  @Test func anyTextIsAQueryOrAnError() throws {
    var random = SplitMix64(seed: 12)
    let pieces = [
      "路灯", "不", "(", ")", "\"", "“", " ", " OR ", " AND ", " NOT ", "-", "*", "place:", "after:2025", "：",
      "'", "\u{0}",
      "{", "}", "^", "+", "NEAR", "\u{100000}", "😀", "title:", "\\", "%", ",",
    ]
    try ImportedTexts.read([#"{"id":"1","body":"路灯不亮"}"#]) { workspace in
      var parsed = 0
      for _ in 0..<1500 {
        let text = (0..<(1 + random.next(below: 7))).map { _ in pieces[random.next(below: pieces.count)] }
          .joined()
        do throws(SearchQueryError) {
          let query = try SearchQuery(text)
          parsed += 1
          #expect(throws: Never.self, "\(text)") { try workspace.search(query) }
        } catch {
          #expect((1...text.count + 1).contains(error.column), "\(text): \(error)")
        }
      }
      #expect(parsed > 200)
    }
  }
}
