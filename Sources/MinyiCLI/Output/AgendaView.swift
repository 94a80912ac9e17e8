import Minyi

/// An agenda in the formats that the command line offers.
struct AgendaView {
  let document: AgendaDocument
  let agenda: Agenda
  let language: Language

  init(_ agenda: Agenda, of workspace: Workspace, results: RunResult, top: Int, language: Language) throws {
    self.agenda = agenda
    self.language = language
    document = try workspace.document(of: agenda, results: results, top: top) { language($0.zh, $0.en) }
  }

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount) + droppedNote
    case .md: table.markdown + (droppedNote.isEmpty ? "" : "\n" + droppedNote)
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.topics.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("排名", "rank"), isRight: true),
      .init(title: language("候选议题", "topic"), isFlexible: true),
      .init(title: language("得分", "score"), isRight: true),
      .init(title: language("人数", "people"), isRight: true),
      .init(title: language("文本", "texts"), isRight: true),
      .init(title: language("条数", "posts"), isRight: true),
      .init(title: language("层级", "tier")),
      .init(title: language("编号", "id"), isRight: true),
      .init(title: language("部门", "departments"), isFlexible: true),
    ])
    table.rows = zip(document.topics, agenda.topics).map { entry, topic in
      [
        entry.rankLow == entry.rankHigh
          ? "\(entry.rank)" : "\(entry.rank) (\(entry.rankLow)–\(entry.rankHigh))",
        entry.label, oneDecimal(entry.score), "\(entry.people)", "\(entry.texts)", "\(entry.posts)",
        language(topic.route.tier.wording.zh, topic.route.tier.wording.en), "\(entry.concern)",
        entry.departments.first ?? "",
      ]
    }
    return table
  }

  /// A number a cell, so that a spreadsheet can sort by it; nothing is left out for want of width.
  private var spreadsheet: [[String]] {
    let head = [
      language("排名", "rank"), language("排名下限", "rank_low"), language("排名上限", "rank_high"),
      language("候选议题", "topic"), language("主题", "theme"), language("得分", "score"),
      language("人数", "people"), language("文本", "texts"), language("条数", "posts"), language("层级", "tier"),
      language("编号", "id"), language("部门", "departments"),
    ]
    let rows = zip(document.topics, agenda.topics).map { entry, topic in
      [
        "\(entry.rank)", "\(entry.rankLow)", "\(entry.rankHigh)", entry.label, entry.theme ?? "",
        oneDecimal(entry.score), "\(entry.people)", "\(entry.texts)", "\(entry.posts)",
        language(topic.route.tier.wording.zh, topic.route.tier.wording.en), "\(entry.concern)",
        entry.departments.joined(separator: "、"),
      ]
    }
    return [head] + rows
  }

  /// Criteria left out for lack of columns.
  private var droppedNote: String {
    if agenda.topics.isEmpty { return language("没有符合条件的议题。\n", "no topic meets the conditions\n") }
    guard !agenda.dropped.isEmpty else { return "" }
    let parts = agenda.dropped.map { dropped in
      language(
        "\(dropped.name.wording.zh)（\(dropped.reason.zh)）",
        "\(dropped.name.wording.en) (\(dropped.reason.en))")
    }
    return language("未计入：", "not counted: ") + parts.joined(separator: language("、", ", ")) + "\n"
  }
}

/// A number with one decimal, without the locale having a say.
func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}
