import Foundation
import GRDB
import Minyi
import TestSupport
import Testing

/// Conditions, order, and an index that follows the opinions.
struct SearchTests {
  private static let lines = [
    #"{"id":"a","title":"路灯不亮","body":"东街路灯坏了，晚上看不见。","time":"2025-01-05","place":"东兴区","channel":"热线"}"#,
    #"{"id":"b","title":"噪音","body":"工地夜里施工，路灯下都是渣土车，噪音很大。","time":"2025-02-28","place":"内江市东兴区","channel":"网上"}"#,
    #"{"id":"c","title":"路灯太亮","body":"路灯照进卧室。","time":"2024-12-31 23:59","place":"市中区","channel":"热线"}"#,
    #"{"id":"d","title":"井盖","body":"井盖丢了。","time":"2025-03-01","place":"市中区"}"#,
    #"{"id":"e","title":"","body":"停电了，路灯也停电。","place":"东兴区"}"#,
  ]

  private func keys(_ workspace: Workspace, _ query: String) throws -> String {
    try workspace.search(SearchQuery(query)).results.map(\.opinion).sorted().joined()
  }

  @Test(arguments: [
    ("路灯", "abce"), ("路灯 噪音", "b"), ("路灯 AND 噪音", "b"), ("噪音 OR 井盖", "bd"), ("路灯 NOT 停电", "abc"),
    ("路灯 -停电 -噪音", "ac"), ("(噪音 OR 井盖) NOT 渣土", "d"), ("路*", "abce"), ("路灯不亮", "a"), ("\"灯不亮\"", "a"),
    ("title:路灯", "ac"), ("标题：路灯", "ac"), ("place:东兴区", "abe"), ("路灯 place:东兴区", "abe"), ("place:内江", "b"),
    ("channel:热线", "ac"), ("after:2025-01", "abd"), ("after:2025", "abd"), ("before:2025", "c"),
    ("after:2025-01 before:2025-03", "ab"), ("after:2025-02-28", "bd"), ("before:2025/3/1 路灯", "abc"),
    ("路灯 after:2024年12月31日 before:2025-01-05", "c"), ("after:2026", ""), ("before:1999", ""),
    ("after:2025-06 before:2025-01", ""), ("路灯 NOT place:东兴区", "c"), ("路灯 NOT (place:东兴 OR 卧室)", ""),
    ("（噪音 OR 井盖） 丢", "d"), ("路灯 NOT after:2025", "ce"), ("没有的词", ""), ("路灯 没有的词", ""),
  ])
  func conditions(_ query: String, _ expected: String) throws {
    let found = try ImportedTexts.read(SearchTests.lines) { try keys($0, query) }
    #expect(found == expected, "\(query)")
  }

  @Test func moreOccurrencesRarerWordsAndShorterTextsComeFirst() throws {
    let lines =
      [
        #"{"id":"long","body":"电梯坏了\#(String(repeating: "，我们已经等了很久", count: 12))"}"#,
        #"{"id":"short","body":"电梯坏了"}"#,
        #"{"id":"twice","body":"电梯坏了，还是电梯"}"#,
        #"{"id":"title","title":"电梯","body":"坏了很久，电梯"}"#,
        #"{"id":"rare","body":"消防通道堵了"}"#,
      ] + (0..<20).map { #"{"id":"n\#($0)","body":"楼下第\#($0)户乱停车"}"# }
    try ImportedTexts.read(lines) { workspace in
      let lift = try workspace.search(SearchQuery("电梯")).results.map(\.opinion)
      #expect(lift == ["title", "twice", "short", "long"] || lift == ["title", "short", "twice", "long"])
      #expect(try workspace.search(SearchQuery("停车 OR 消防")).results.first?.opinion == "rare")
    }
  }

  @Test func equalScoresComeById() throws {
    let lines = (0..<30).map { #"{"id":"k\#(10 + $0 * 7 % 30)","body":"楼道堆物"}"# }
    try ImportedTexts.read(lines) { workspace in
      var options = SearchOptions()
      options.top = 5
      let found = try workspace.search(SearchQuery("楼道"), options)
      #expect(found.results.map(\.opinion) == ["k10", "k11", "k12", "k13", "k14"] && found.matches == 30)
    }
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    let lines = try ImportedTexts.corpusLines()
    var random = SplitMix64(seed: 3)
    var shuffled = lines
    for i in shuffled.indices.dropFirst().reversed() { shuffled.swapAt(i, random.next(below: i + 1)) }
    func documents(_ lines: [String]) throws -> [SearchDocument] {
      try ImportedTexts.read(lines) { workspace in
        var options = SearchOptions()
        // Few enough that some queries are cut.
        options.rankedMatches = 40
        return try ["路灯", "小区 OR 学校", "的", "物业 NOT 电梯", "place:镇", "噪音 after:2024-06"].map {
          try workspace.search(SearchQuery($0), options)
        }
      }
    }
    let (first, second) = (try documents(lines), try documents(shuffled))
    #expect(first == second)
    #expect(first.contains(where: \.isCut) && first.contains { !$0.isCut && $0.matches > 0 })
  }

  /// What is cut off is told, and what is ranked are the shortest texts: no other score is given to them.
  @Test func aCutSearchRanksTheShortestMatches() throws {
    try ImportedTexts.read(try ImportedTexts.corpusLines()) { workspace in
      var (few, all) = (SearchOptions(), SearchOptions())
      (few.rankedMatches, all.rankedMatches) = (100, nil)
      (few.top, all.top) = (100, 1000)
      for query in ["没有", "的", "不"] {
        let cut = try workspace.search(SearchQuery(query), few)
        let whole = try workspace.search(SearchQuery(query), all)
        #expect(cut.isCut && cut.matches == 100 && !whole.isCut && whole.matches > 100, "\(query)")
        let lengths = whole.results.map { $0.title.unicodeScalars.count + $0.body.unicodeScalars.count }
          .sorted()
        let longest = cut.results.map { $0.title.unicodeScalars.count + $0.body.unicodeScalars.count }.max()
        #expect(longest == lengths[99], "\(query)")
        // In the order that they have among all.
        let ranked = Set(cut.results.map(\.opinion))
        #expect(
          whole.results.map(\.opinion).filter(ranked.contains) == cut.results.map(\.opinion), "\(query)")
      }
    }
  }

  @Test func theIndexFollowsTheOpinions() throws {
    let texts = try ImportedTexts(SearchTests.lines)
    let workspace = texts.workspace
    #expect(try keys(workspace, "路灯") == "abce")
    // A changed text, a new one, one that stays.
    let more = [
      #"{"id":"a","title":"井盖松动","body":"东街井盖松动。","time":"2025-01-05","place":"东兴区"}"#,
      #"{"id":"f","title":"路灯","body":"路灯歪了。","time":"2026-05-01"}"#, SearchTests.lines[2],
    ]
    try workspace.importer().importFile(texts.folder.file("二.jsonl", more.joined(separator: "\n")))
    #expect(try keys(workspace, "路灯") == "bcef")
    #expect(try keys(workspace, "井盖") == "ad")
    #expect(try keys(workspace, "after:2026") == "f")
    #expect(try keys(workspace, "place:东兴区 井盖") == "a")
    // The same as an index that is made anew.
    let found = try workspace.search(SearchQuery("路灯 OR 井盖"))
    try texts.change(by: "DELETE FROM search_state")
    #expect(try workspace.search(SearchQuery("路灯 OR 井盖")) == found)
  }

  @Test func anIndexThatWasCutShortGoesOn() throws {
    let lines = (0..<25_000).map { #"{"id":"k\#($0)","body":"第\#($0)号井盖松动"}"# }
    let texts = try ImportedTexts(lines)
    let workspace = texts.workspace
    struct Stop: Error {}
    #expect(throws: Stop.self) { try workspace.store.updateSearchIndex { _, _ in throw Stop() } }
    #expect(try workspace.store.unindexedCount() == 15_000)
    #expect(try keys(workspace, "\"第24999号\"") == "k24999")
    #expect(try workspace.store.unindexedCount() == 0)
    #expect(try workspace.search(SearchQuery("井盖")).isCut)
  }

  @Test func personalDataIsNotFoundAlsoWhereItIsKept() throws {
    let folder = try TemporaryFolder()
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    var importer = workspace.importer()
    importer.keepsPersonalData = true
    let row = #"{"id":"1","user":"李四","body":"我是李四，电话13812345678，路灯不亮"}"#
    try importer.importFile(folder.file("a.jsonl", row))
    #expect(try keys(workspace, "路灯") == "1")
    #expect(try workspace.search(SearchQuery("路灯")).results.first?.body.contains("13812345678") == false)
    // Its parts neither; the whole is refused.
    for part in ["1381234", "345678", "8123"] { #expect(try keys(workspace, part) == "") }
    #expect(throws: SearchQueryError.self) { try SearchQuery("13812345678") }
  }

  @Test func marksAreVerbatimSpans() throws {
    let lines = [#"{"id":"1","title":"路燈，不亮","body":"😀東街路燈不亮；Ｗｉｆｉ也不行。路灯 不亮"}"#]
    try ImportedTexts.read(lines) { workspace in
      let found = try #require(try workspace.search(SearchQuery("\"路灯 不亮\" OR wifi NOT 井盖")).results.first)
      let marked = found.marks.map { mark in
        let text = Array((mark.field == "title" ? found.title : found.body).unicodeScalars)
        return String(String.UnicodeScalarView(text[mark.start..<mark.end]))
      }
      #expect(marked == ["路燈，不亮", "Ｗｉｆｉ", "路灯 不亮"])
    }
  }

  @Test func concernsAndThemesNarrowASearch() throws {
    try ImportedTexts.read(try ImportedTexts.corpusLines()) { workspace in
      let results = try workspace.mine()
      let concern = try #require(results.concerns.first)
      let members = try workspace.concern(concern.id).members.map(\.opinion.key)
      var options = SearchOptions()
      options.top = 1000
      let found = try workspace.search(SearchQuery("concern:\(concern.id.rawValue)"), options)
      #expect(found.results.map(\.opinion) == members.sorted())
      let theme = try #require(results.themes.first { $0.id == concern.theme })
      for name in ["\(theme.id.rawValue)", theme.label] {
        let both = "诉求点:\(concern.id.rawValue) theme:\"\(name)\""
        let inTheme = try workspace.search(SearchQuery(both), options).results.map(\.opinion)
        #expect(!inTheme.isEmpty && Set(inTheme).isSubset(of: members))
      }
      // As analysts changed it.
      let other = results.concerns[1].id
      try workspace.merge([other], into: concern.id)
      #expect(
        try workspace.search(SearchQuery("concern:\(concern.id.rawValue)"), options).matches > members.count)
      #expect(throws: MinyiError.self) { try workspace.search(SearchQuery("concern:99999")) }
    }
  }

  @Test func opinionsLikeAnotherAreOfItsConcern() throws {
    try ImportedTexts.read(try ImportedTexts.corpusLines()) { workspace in
      let results = try workspace.mine()
      let detail = try workspace.concern(results.concerns[0].id)
      let first = detail.members[0].opinion.key
      let found = try workspace.opinions(like: first)
      #expect(found.results.count == 20 && !found.results.contains { $0.opinion == first })
      #expect(found.results.map(\.score) == found.results.map(\.score).sorted(by: >))
      let members = Set(detail.members.map(\.opinion.key))
      #expect(found.results.prefix(10).count { members.contains($0.opinion) } >= 8)
      #expect(throws: MinyiError.self) { try workspace.opinions(like: "没有这条") }
    }
  }

  @Test func anEmptyWorkspaceHasNothing() throws {
    let folder = try TemporaryFolder()
    let workspace = try Workspace(path: folder.path + "/w.sqlite")
    for _ in 0..<2 { #expect(try workspace.search(SearchQuery("路灯")).results.isEmpty) }
  }
}
