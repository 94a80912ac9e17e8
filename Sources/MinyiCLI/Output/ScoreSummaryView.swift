import Minyi

/// What a person is told after a file was scored.
struct ScoreSummaryView {
  let language: Language

  /// Groups that are shown.
  private static let groupCount = 10

  func text(_ summary: ScoringSummary, _ emerging: EmergingDocument) -> String {
    var text = counts(summary)
    if emerging.groups.isEmpty { return text }
    text += language(
      "新意见中彼此相似的有 \(emerging.groups.count) 组：\n", "\(emerging.groups.count) groups of new opinions:\n")
    for group in emerging.groups.prefix(ScoreSummaryView.groupCount) {
      let example = group.examples.first
      let words =
        (example.map { $0.title.isEmpty ? $0.body : $0.title } ?? "")
        .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      text +=
        "  \(group.opinions) \(language("条", "opinions"))  "
        + "\(group.terms.prefix(5).joined(separator: " "))  “\(words.truncated(toColumns: 40))”"
        + (example.map { language("（第 \($0.line) 行）", " (line \($0.line))") } ?? "") + "\n"
    }
    return text
  }

  func counts(_ summary: ScoringSummary) -> String {
    language(
      "\(summary.rows) 行：已知 \(summary.known)、边缘 \(summary.borderline)、新 \(summary.new)、空白 \(summary.blank)、"
        + "有误 \(summary.malformed)\n",
      "\(summary.rows) rows: \(summary.known) known, \(summary.borderline) borderline, \(summary.new) new, "
        + "\(summary.blank) blank, \(summary.malformed) malformed\n")
  }
}
