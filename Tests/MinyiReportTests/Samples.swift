import MinyiAgenda
import MinyiModel
import MinyiReport

/// Documents for these tests, with `text` wherever a resident's or an office's words can stand.
enum Samples {
  static func topic(_ number: Int, _ text: String) -> ReportTopic {
    let topic = ranked(number, text)
    let folded = FoldedText(
      opinion: text, title: text, body: text, day: "2025-01-02", place: text, posts: 2, similarity: 0.5)
    let quote = ReportQuote(text: text, opinion: text)
    return ReportTopic(
      topic: topic, theme: text, terms: [text],
      trend: Trend(
        periods: ["2025-01", "2025-02"], counts: [1, 3], periodsPerYear: 12, undated: 1, isLastWhole: true),
      places: [.init(place: text, count: 4)], unplaced: 1, quotes: [quote], requests: [quote],
      requestCount: 1,
      texts: [folded], borderline: [folded], borderlineCount: 2)
  }

  /// A topic as the agenda makes it, with `text` as its label, its department, and what it found grave.
  private static func ranked(_ number: Int, _ text: String) -> Topic {
    let ranker = AgendaRanker(
      profile: Profile(
        name: "p", label: Wording(text, text),
        weights: Dictionary(uniqueKeysWithValues: CriterionName.allCases.map { ($0, 1) })),
      departments: [Department(name: text, isTown: false, terms: [text])])
    var signals = TextSignals()
    (signals.severity, signals.severityWords) = (2, [text])
    (signals.departments, signals.departmentTerms) = ([0], [text])
    let opinions = (0..<4).map { i in
      var facts = OpinionFacts(text: Int32(min(i, 1)), similarity: 0.5, signals: signals)
      (facts.person, facts.day, facts.place) = (Int32(i % 3), 20_000 + Int32(i), 0)
      return facts
    }
    let facts = TopicFacts(
      concern: ConcernID(rawValue: Int32(number)), label: text, theme: ThemeID(rawValue: 1),
      opinions: opinions)
    var topic = ranker.agenda(of: [facts], in: CollectionFacts(opinions)).topics[0]
    (topic.rank, topic.rankLow, topic.rankHigh) = (number, number, number + 2)
    return topic
  }

  static func document(_ text: String, topics: Int = 2, language: ReportLanguage = .zh) -> ReportDocument {
    // Without dates and places some criteria are dropped.
    let dropped = AgendaRanker(profile: Profile(name: "p", label: Wording("", ""), weights: [.reach: 1]))
      .agenda(of: [], in: CollectionFacts()).dropped
    return ReportDocument(
      language: language,
      head: ReportHead(
        title: text, period: ("2025-01-01", "2025-02-28"), opinions: 12, texts: 10, people: 9, places: 2,
        concerns: 3, gathered: 8, themes: 1,
        files: [
          .init(
            name: text, format: "csv UTF-8", rows: 14, imported: 12, updated: 0, unchanged: 0, blank: 1,
            malformed: 1)
        ], unmined: 1),
      topics: (0..<topics).map { topic($0 + 1, text) }, topicCount: topics + 1,
      lenses: [.init(lens: .severe, topics: [topic(1, text).topic])],
      themes: [
        ReportTheme(
          id: 1, label: text, terms: [text], opinions: 12,
          concerns: [.init(id: 1, label: text, opinions: 4, isShown: topics > 0)], concernCount: 2)
      ],
      map: OpinionMap(
        points: [.init(x: 0.5, y: 0.5, theme: 1, text: text, opinion: text)], textCount: 10),
      heatTables: [
        HeatTable(
          column: .place, rows: [text, text], columns: [text, text], counts: [[40, 10], [10, 40]],
          hiddenRows: 1,
          hiddenColumns: 1)
      ],
      method: ReportMethod(
        profile: Wording(text, text), profileName: text, lens: .top, first: 20, weights: [(.reach, 1)],
        dropped: dropped, leftOutCount: 1,
        personalData: Wording(text, text), versions: [("Minyi", text)], settings: text, inputHash: text,
        resultHash: text))
  }

  static func brief(_ text: String, _ form: BriefDocument.Form) -> BriefDocument {
    BriefDocument(
      form: form, language: .zh, title: text, subtitle: text,
      parts: [
        .init(text, [.text(text), .list([text]), .quotes([ReportQuote(text: text, opinion: text)])]),
        .init("表", [.table(head: ["名称", text], rows: [[text, "1"]])]),
      ], note: text)
  }

  /// What residents may write that is not meant well, or merely odd.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style></title></svg><b>",
    "'\u{301} onmouseover='alert(1)", "\"\u{301} x=\"", "&\u{301}lt; &lt;",
    "{{{script}}}{{/topics}}{{> page}}{{=<% %>=}}",
    "]]><!-- --> <?xml ?>", "\u{202E}\u{2066}\u{200F}", "\u{0}\u{1}\u{1B}\u{FFFE}", "\\\"],[\"",
    "a|b*c_d`e`[f](g)\n# h",
  ]
}
