import Minyi

/// A comparison in the formats that the command line offers.
struct ComparisonView {
  let document: ComparisonDocument
  /// Concerns shown of each kind in a table; the other formats have all.
  let top: Int
  /// True to show those without a clear change as well.
  let showsAll: Bool
  let language: Language
  var isColoured = false

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table:
      head + (shown.isEmpty ? "" : "\n" + table.text(width: Terminal.columnCount, isColoured: isColoured))
        + rest
    case .md: head + "\n" + table.markdown + (rest.isEmpty ? "" : "\n" + rest)
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.changes.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  private func name(_ kind: ChangeKind) -> String { language(kind.wording.zh, kind.wording.en) }

  /// What the two sides are.
  private var head: String {
    func side(_ title: String, _ side: ComparisonDocument.Side) -> String {
      let range = side.from.flatMap { from in side.to.map { "\(from)..\($0)" } }
      return title + (range.map { " \($0)" } ?? "")
        + language("：\(side.people) 人，\(side.posts) 条", ": \(side.people) people, \(side.posts) posts") + "\n"
    }
    let undated =
      document.undated > 0
      ? language(
        "\(document.undated) 条没有日期，未计入\n", "\(document.undated) posts have no date and are not counted\n")
      : ""
    return side(language("本期", "now"), document.now) + side(language("对比期", "before"), document.before)
      + undated
  }

  /// Of each kind the first; those without a clear change only where they were asked for.
  private var shown: [ComparisonDocument.Change] {
    if showsAll { return document.changes }
    var counts: [ChangeKind: Int] = [:]
    return document.changes.filter { change in
      counts[change.kind, default: 0] += 1
      return change.kind != .steady && change.kind != .unknown && counts[change.kind, default: 0] <= top
    }
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("变化", "change")), .init(title: language("编号", "id"), isRight: true),
      .init(title: language("诉求点", "concern"), isFlexible: true),
      .init(title: language("本期人数", "people now"), isRight: true),
      .init(title: language("对比期", "before"), isRight: true),
      .init(title: language("占比倍数（95% 区间）", "times the share (95%)")), .init(title: "p", isRight: true),
    ])
    table.rows = shown.map { change in
      [
        name(change.kind), "\(change.concern)", change.label, "\(change.now.people)",
        "\(change.before.people)",
        interval(change), change.p.map(shortP) ?? "",
      ]
    }
    return table
  }

  private func interval(_ change: ComparisonDocument.Change) -> String {
    guard let low = change.ratioLow else { return "" }
    let ratio = change.ratio.map { oneDecimal($0) } ?? "—"
    return "\(ratio) (\(oneDecimal(low))–\(change.ratioHigh.map { oneDecimal($0) } ?? "∞"))"
  }

  private func shortP(_ p: Double) -> String {
    if p < 0.001 { return "<.001" }
    let thousandths = Int((p * 1000).rounded())
    return "\(thousandths / 1000)." + String("00\(thousandths % 1000)".suffix(3))
  }

  /// How many are not in the table.
  private var rest: String {
    let shown = Dictionary(shown.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +)
    let parts = ChangeKind.allCases.compactMap { kind -> String? in
      let left = (document.kinds[kind.rawValue] ?? 0) - (shown[kind.rawValue] ?? 0)
      return left > 0 ? "\(name(kind)) \(left)" : nil
    }
    if parts.isEmpty { return "" }
    return language("未列出：", "not shown: ") + parts.joined(separator: language("、", ", ")) + "\n"
  }

  private var spreadsheet: [[String]] {
    let head = [
      language("变化", "change"), language("编号", "id"), language("诉求点", "concern"), language("主题", "theme"),
      language("本期人数", "people_now"), language("本期条数", "posts_now"), language("对比期人数", "people_before"),
      language("对比期条数", "posts_before"), language("占比倍数", "ratio"), language("下限", "ratio_low"),
      language("上限", "ratio_high"), "p", language("对方编号", "other_id"),
    ]
    return [head]
      + document.changes.map { change in
        [
          name(change.kind), "\(change.concern)", change.label, change.theme ?? "", "\(change.now.people)",
          "\(change.now.posts)", "\(change.before.people)", "\(change.before.posts)",
          change.ratio.map { "\($0)" } ?? "", change.ratioLow.map { "\($0)" } ?? "",
          change.ratioHigh.map { "\($0)" } ?? "", change.p.map { "\($0)" } ?? "",
          change.other.map { "\($0)" } ?? "",
        ]
      }
  }
}
