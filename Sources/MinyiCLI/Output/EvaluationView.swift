import Minyi

/// An evaluation in the formats that the command line offers.
struct EvaluationView {
  let document: EvaluationDocument
  let language: Language

  /// Classes shown for each grouping; JSON and CSV have all.
  private static let classCount = 20
  private static let width = 80
  /// Columns of a class's name in the table, which leave room for the group's.
  private static let nameWidth = 30

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table:
      let width = min(EvaluationView.width, Terminal.columnCount)
      return joined(nameWidth: EvaluationView.nameWidth) { $0.text(width: width) }
    case .md: return joined(nameWidth: .max, \.markdown)
    case .json: return try JSONText.pretty(document)
    case .jsonl: return try lines.map { try JSONText.line($0) }.joined()
    case .csv: return CSVText.text([head] + lines.map(cells))
    }
  }

  /// Opinions without a class make a difference to F1.
  private var isOpen: Bool { document.groupings.contains { $0.withoutClass > 0 } }

  private func joined(nameWidth: Int, _ shown: (TextTable) -> String) -> String {
    var parts = [sources.joined(separator: "\n") + "\n", shown(summary), notes]
    for grouping in document.groupings {
      var part = title(of: grouping) + "\n\n" + shown(table(of: grouping, nameWidth))
      let rest = grouping.classes.count - EvaluationView.classCount
      if rest > 0 {
        part += "\n" + language("另有 \(rest) 类，见 --format json。", "\(rest) more classes: --format json") + "\n"
      }
      parts.append(part)
    }
    return parts.joined(separator: "\n")
  }

  private func name(_ kind: GroupingKind) -> String {
    kind == .theme ? language("主题", "themes") : language("诉求点", "concerns")
  }

  private var sources: [String] {
    let groupings = document.groupings
    let isOne = groupings.allSatisfy { $0.source == groupings.first?.source }
    return (isOne ? Array(groupings.prefix(1)) : groupings).flatMap { grouping -> [String] in
      let source = grouping.source
      let start = isOne ? "" : name(grouping.kind) + language("：", ": ")
      var line = language("评估 \(grouping.evaluated) 条意见", "\(grouping.evaluated) opinions compared")
      if grouping.withoutClass > 0 {
        line += language(
          "；\(grouping.withoutClass) 条没有类别，未计入", "; \(grouping.withoutClass) without a class left out")
      }
      if source.unmatched > 0 {
        line += language("；\(source.unmatched) 个编号不在意见中", "; \(source.unmatched) ids are no opinion's")
      }
      return [
        start
          + language(
            "金标准 \(document.gold)：编号列“\(source.idColumn)”，类别列“\(source.classColumn)”，\(source.classes) 类",
            "gold labels \(document.gold): ids “\(source.idColumn)”, classes “\(source.classColumn)”, "
              + "\(source.classes) classes"), line,
      ]
    }
  }

  private var summary: TextTable {
    let measures = EvaluationMeasure.allCases.filter { measure in
      (measure != .closedBestF1 || isOpen)
        && document.groupings.contains { measure.value(of: $0) != nil }
    }
    return TextTable(
      columns: [.init(title: language("指标", "measure"))]
        + document.groupings.map { .init(title: name($0.kind), isRight: true) },
      rows: measures.map { measure in
        [language(measure.wording.zh, measure.wording.en)]
          + document.groupings.map { grouping in
            measure.value(of: grouping).map { measure.isCount ? "\(Int($0))" : threeDecimals($0) } ?? ""
          }
      })
  }

  private var notes: String {
    var notes = [
      language(
        "没有主题的意见合为一组；没有诉求点的各成一组，所以诉求点的纯度偏高。",
        "Opinions without a theme count as one group, those without a concern each as its own,\n"
          + "which raises the purity of concerns.")
    ]
    if isOpen {
      notes.append(
        language(
          "* 没有类别的意见视为不属于任何一类，算进组的大小。",
          "* Opinions without a class are taken to be in no class, and count in the size of a group."))
    }
    return notes.joined(separator: "\n") + "\n"
  }

  private func title(of grouping: EvaluationDocument.Grouping) -> String {
    grouping.kind == .theme
      ? language("各类的最佳主题", "The best theme of each class")
      : language("各类的最佳诉求点", "The best concern of each class")
  }

  private func table(of grouping: EvaluationDocument.Grouping, _ nameWidth: Int) -> TextTable {
    var table = TextTable(columns: [
      .init(title: language("类别", "class"), isFlexible: true),
      .init(title: language("意见", "opinions"), isRight: true),
      .init(title: language("最佳组", "best group"), isFlexible: true),
      .init(title: language("共有", "common"), isRight: true),
      .init(title: language("组内", "size"), isRight: true), .init(title: "F1", isRight: true),
    ])
    if isOpen { table.columns.append(.init(title: "F1*", isRight: true)) }
    table.rows = grouping.classes.prefix(EvaluationView.classCount).map { entry in
      [
        entry.name.replacing("\n", with: " ").truncated(toColumns: nameWidth), "\(entry.opinions)",
        entry.best.map { "\($0.group) \($0.label)" } ?? "", "\(entry.best?.common ?? 0)",
        entry.best.map { "\($0.size)" } ?? "", threeDecimals(entry.best?.f1 ?? 0),
      ] + (isOpen ? [threeDecimals(entry.closed?.f1 ?? 0)] : [])
    }
    return table
  }

  /// A measure of a grouping, or of one of its classes.
  private struct Line: Encodable {
    var grouping: String
    var measure: String
    var `class`: String?
    var group: Int?
    var label: String?
    var value: Double
  }

  private var head: [String] {
    [
      language("分组", "grouping"), language("指标", "measure"), language("类别", "class"),
      language("组号", "group"), language("组名", "label"), language("数值", "value"),
    ]
  }

  private var lines: [Line] {
    document.groupings.flatMap { grouping in
      EvaluationMeasure.allCases.compactMap { measure in
        measure.value(of: grouping).map {
          Line(grouping: grouping.kind.rawValue, measure: measure.rawValue, value: $0)
        }
      }
        + grouping.classes.flatMap { entry in
          [("f1", entry.best), ("closedF1", entry.closed)].map { measure, match in
            Line(
              grouping: grouping.kind.rawValue, measure: measure, class: entry.name,
              group: match?.group, label: match?.label, value: match?.f1 ?? 0)
          }
        }
    }
  }

  private func cells(_ line: Line) -> [String] {
    let isWhole = EvaluationMeasure(rawValue: line.measure)?.isCount == true
    return [
      line.grouping, line.measure, line.class ?? "", line.group.map { "\($0)" } ?? "",
      line.label ?? "", isWhole ? "\(Int(line.value))" : "\(line.value)",
    ]
  }
}

/// A number with three decimals, without the locale having a say.
func threeDecimals(_ value: Double) -> String {
  let thousandths = Int((abs(value) * 1000).rounded())
  let digits = String(thousandths % 1000)
  let sign = value < 0 && thousandths > 0 ? "-" : ""
  return "\(sign)\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
}
