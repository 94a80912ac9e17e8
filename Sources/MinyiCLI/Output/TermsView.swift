import Minyi

/// Terms in the formats that the command line offers.
struct TermsView {
  let document: TermsDocument
  let language: Language

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount) + emptyNote
    case .md: table.markdown + (emptyNote.isEmpty ? "" : "\n" + emptyNote)
    case .json: try JSONText.pretty(document)
    case .jsonl: try lines.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text([head] + rows { name, group in [name, group.id.map { "\($0)" } ?? ""] })
    }
  }

  /// A term on a line, with its group.
  private struct Line: Encodable {
    var group: String?
    var id: Int?
    var term: String
    var count: Int
    var texts: Int
    var weight: Double
    var lift: Double?
  }

  private var lines: [Line] {
    document.groups.flatMap { group in
      group.terms.map {
        Line(
          group: group.name, id: group.id, term: $0.term, count: $0.count, texts: $0.texts, weight: $0.weight,
          lift: $0.lift)
      }
    }
  }

  private var isGrouped: Bool { document.by != nil }

  private var head: [String] {
    let terms = [
      language("词", "term"), language("次数", "count"), language("文本", "texts"), language("权重", "weight"),
    ]
    guard isGrouped else { return terms }
    return [language("组", "group"), language("编号", "id")] + terms + [language("提升", "lift")]
  }

  /// The table names a group once, with its number of texts.
  private var table: TextTable {
    var columns = head.map { TextTable.Column(title: $0, isRight: true) }
    guard isGrouped else {
      columns[0].isRight = false
      return TextTable(columns: columns, rows: rows { _, _ in [] })
    }
    columns.remove(at: 1)
    columns[0] = .init(title: head[0], isFlexible: true)
    columns[1].isRight = false
    var named: Set<String> = []
    let rows = rows { name, group in
      let title =
        (group.id.map { "\($0) " } ?? "") + name + language("（\(group.texts) 种文本）", " (\(group.texts) texts)")
      return [named.insert(title).inserted ? title : ""]
    }
    return TextTable(columns: columns, rows: rows)
  }

  private func rows(_ start: (String, TermsDocument.Group) -> [String]) -> [[String]] {
    document.groups.flatMap { group in
      group.terms.map { term in
        (isGrouped ? start(group.name ?? "", group) : [])
          + [term.term, "\(term.count)", "\(term.texts)", oneDecimal(term.weight)]
          + (isGrouped ? [term.lift.map { oneDecimal($0) } ?? ""] : [])
      }
    }
  }

  private var emptyNote: String {
    document.groups.allSatisfy(\.terms.isEmpty) ? language("没有找到词。\n", "no terms\n") : ""
  }
}
