import Minyi

/// An agenda in the formats that the command line offers.
struct AgendaView {
  let document: AgendaDocument
  let agenda: Agenda
  let language: Language
  let isColoured: Bool

  init(
    _ agenda: Agenda, of workspace: Workspace, results: RunResult, top: Int, language: Language,
    isColoured: Bool = false
  ) throws {
    self.agenda = agenda
    self.language = language
    self.isColoured = isColoured
    document = try workspace.document(of: agenda, results: results, top: top) { language($0.zh, $0.en) }
  }

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount, isColoured: isColoured) + notes
    case .md: table.markdown + (notes.isEmpty ? "" : "\n" + notes)
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.topics.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("排名", "rank"), isRight: true),
      .init(title: language("稳", "kept"), isRight: true),
      .init(title: language("候选议题", "topic"), isFlexible: true),
      .init(title: language("得分", "score"), isRight: true),
      .init(title: language("人数", "people"), isRight: true),
      .init(title: language("文本", "texts"), isRight: true),
      .init(title: language("条数", "posts"), isRight: true),
      .init(title: language("层级", "tier")),
      .init(title: language("编号", "id"), isRight: true),
      .init(title: language("提示", "flag")),
    ])
    // A rule takes the place of the texts, so that the line stays within the width.
    if agenda.rule != nil {
      table.columns.remove(at: 5)
      table.columns.append(.init(title: language("规则", "rule")))
    }
    table.columns.append(.init(title: language("部门", "departments"), isFlexible: true))
    table.rows = zip(document.topics, agenda.topics).map { entry, topic in
      let tier = language(String(topic.route.tier.wording.zh.prefix(2)), topic.route.tier.wording.en)
      let flag = topic.flags.first.map { language($0.mark.zh, $0.mark.en) } ?? ""
      let rule = topic.gathering.map { [mark(of: $0.answer)] } ?? []
      return [
        entry.rankLow == entry.rankHigh
          ? "\(entry.rank)" : "\(entry.rank) (\(entry.rankLow)–\(entry.rankHigh))",
        percent(entry.keptShare), entry.label, oneDecimal(entry.score), "\(entry.people)",
      ] + (rule.isEmpty ? ["\(entry.texts)"] : []) + [
        "\(entry.posts)", tier, "\(entry.concern)", flag + (topic.flags.count > 1 ? "+" : ""),
      ] + rule + [entry.departments.first ?? ""]
    }
    return table
  }

  /// A number a cell, so that a spreadsheet can sort by it; nothing is left out for want of width.
  private var spreadsheet: [[String]] {
    let head = [
      language("排名", "rank"), language("排名下限", "rank_low"), language("排名上限", "rank_high"),
      language("候选议题", "topic"), language("主题", "theme"), language("得分", "score"),
      language("人数", "people"), language("文本", "texts"), language("条数", "posts"), language("层级", "tier"),
      language("编号", "id"), language("部门", "departments"), language("稳", "kept"), language("诉求方式", "posting"),
      language("同一人最多条数", "busiest"), language("提示", "flags"), language("规则", "rule"),
      language("级别", "level"),
    ]
    let rows = zip(document.topics, agenda.topics).map { entry, topic in
      [
        "\(entry.rank)", "\(entry.rankLow)", "\(entry.rankHigh)", entry.label, entry.theme ?? "",
        oneDecimal(entry.score), "\(entry.people)", "\(entry.texts)", "\(entry.posts)",
        language(topic.route.tier.wording.zh, topic.route.tier.wording.en), "\(entry.concern)",
        entry.departments.joined(separator: "、"), percent(entry.keptShare),
        language(topic.posting.wording.zh, topic.posting.wording.en), "\(entry.busiest)",
        topic.flags.map { language($0.wording.zh, $0.wording.en) }.joined(separator: language("；", "; ")),
        topic.gathering.map { language($0.wording.zh, $0.wording.en) } ?? "",
        topic.route.level.map { language($0.wording.zh, $0.wording.en) } ?? "",
      ]
    }
    return [head] + rows
  }

  private func mark(of answer: GatheringRule.Answer) -> String {
    switch answer {
    case .reached: language("达到", "yes")
    case .notReached: language("未达", "no")
    case .cannotTell: language("不明", "?")
    }
  }

  private func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded()))%" } ?? "" }

  /// What the table does not show.
  private var notes: String {
    (agenda.topics.isEmpty ? language("没有符合条件的议题。\n", "no topic meets the conditions\n") : "")
      + droppedNote + repeatedNote
  }

  /// Criteria left out for lack of columns.
  private var droppedNote: String {
    guard !agenda.topics.isEmpty, !agenda.dropped.isEmpty else { return "" }
    let parts = agenda.dropped.map { dropped in
      language(
        "\(dropped.name.wording.zh)（\(dropped.reason.zh)）",
        "\(dropped.name.wording.en) (\(dropped.reason.en))")
    }
    return language("未计入：", "not counted: ") + parts.joined(separator: language("、", ", ")) + "\n"
  }

  /// Concerns of one person with many posts that the profile keeps off: left out, but told.
  private var repeatedNote: String {
    let repeated = agenda.leftOut.filter(\.isOfFewPeople).map(\.topic)
      .filter { $0.posting == .one && $0.posts >= 5 }
      .sorted { ($1.posts, $0.concern) < ($0.posts, $1.concern) }
    if repeated.isEmpty { return "" }
    let parts = repeated.prefix(3).map { topic in
      language(
        "\(topic.label)（编号 \(topic.concern.rawValue)，\(topic.people) 人 \(topic.posts) 条）",
        "\(topic.label) (\(topic.concern.rawValue): \(topic.people) people, \(topic.posts) posts)")
    }
    let rest = repeated.count > 3 ? language("等 \(repeated.count) 个", " and \(repeated.count - 3) more") : ""
    return language("一人多诉，未列入：", "one person, many posts, left out: ")
      + parts.joined(separator: language("、", ", ")) + rest + "\n"
  }
}

/// A number with one decimal, without the locale having a say.
func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}
