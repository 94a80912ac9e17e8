import Minyi

/// Proposed experts in the formats that the command line offers.
struct MatchView {
  let document: MatchDocument
  let language: Language

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount)
    case .md: table.markdown
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.topics.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  /// The table names a topic once.
  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("排名", "rank"), isRight: true), .init(title: language("编号", "id"), isRight: true),
      .init(title: language("候选议题", "topic"), isFlexible: true), .init(title: language("姓名", "name")),
      .init(title: language("界别", "group")), .init(title: language("领域", "field"), isFlexible: true),
      .init(title: language("相合之处", "because"), isFlexible: true),
    ])
    table.rows = document.topics.flatMap { topic in
      let head = [rank(topic), "\(topic.concern)", topic.label]
      if topic.experts.isEmpty { return [head + ["—", "", "", language("名册中无人相合", "nobody in the file")]] }
      return topic.experts.enumerated().map { i, expert in
        (i == 0 ? head : ["", "", ""])
          + [expert.name.isEmpty ? expert.id : expert.name, expert.group ?? "", expert.field, reason(expert)]
      }
    }
    return table
  }

  private func rank(_ topic: MatchDocument.Entry) -> String { topic.rank > 0 ? "\(topic.rank)" : "" }

  private func reason(_ expert: MatchDocument.Proposal) -> String {
    (expert.terms + expert.departments).joined(separator: language("、", ", "))
  }

  private var spreadsheet: [[String]] {
    let head = [
      language("排名", "rank"), language("编号", "id"), language("候选议题", "topic"), language("人员编号", "expert"),
      language("姓名", "name"), language("界别", "group"), language("领域", "field"), language("得分", "score"),
      language("相合的词", "terms"), language("部门", "departments"),
    ]
    return [head]
      + document.topics.flatMap { topic in
        topic.experts.map { expert in
          [
            rank(topic), "\(topic.concern)", topic.label, expert.id, expert.name, expert.group ?? "",
            expert.field, "\(expert.score)", expert.terms.joined(separator: "、"),
            expert.departments.joined(separator: "、"),
          ]
        }
      }
  }
}
