import Minyi

/// What a search found in the formats that the command line offers.
struct SearchView {
  let document: SearchDocument
  let language: Language
  /// Marks in bold, for a terminal.
  let isColoured: Bool

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: list(width: Terminal.columnCount) + note
    case .md: markdown.markdown + "\n" + note
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.results.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text([head + [language("标题", "title"), language("内容", "text")]] + rows)
    }
  }

  private var head: [String] {
    [
      language("编号", "id"), language("时间", "time"), language("地区", "place"), language("渠道", "channel"),
      document.like == nil ? language("得分", "score") : language("相似度", "likeness"),
    ]
  }

  private func facts(_ result: SearchDocument.Result) -> [String] {
    [
      result.opinion, result.time.map { String($0.prefix(10)) } ?? "", result.place ?? "",
      result.channel ?? "",
    ]
      + [twoDecimals(result.score)]
  }

  private var rows: [[String]] { document.results.map { facts($0) + [$0.title, $0.body] } }

  /// Each result on a line with its facts, below it title and text around the first mark.
  private func list(width: Int) -> String {
    let lines = document.results.map { result in
      let facts = ([result.opinion] + self.facts(result).dropFirst().filter { !$0.isEmpty })
      return ([facts.joined(separator: "  ")] + passages(of: result, width: width - 4).map { "    " + $0 })
        .joined(separator: "\n") + "\n"
    }
    return lines.joined()
  }

  private func passages(of result: SearchDocument.Result, width: Int) -> [String] {
    [(result.title, "title"), (result.body, "body")].compactMap { text, field in
      let marks = result.marks.filter { $0.field == field }.map { $0.start..<$0.end }
      if text.isEmpty || field == "body" && text == result.title { return nil }
      return Passage(text, marks: marks, width: width).text { isColoured ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 }
    }
  }

  private var markdown: TextTable {
    var table = TextTable(columns: (head + [language("内容", "text")]).map { .init(title: $0) })
    table.rows = document.results.map { result in
      let text = [(result.title, "title"), (result.body, "body")].compactMap { text, field in
        let marks = result.marks.filter { $0.field == field }.map { $0.start..<$0.end }
        return text.isEmpty
          ? nil : Passage(text, marks: marks, width: .max).text { "**\($0)**" }
      }
      return facts(result) + [text.joined(separator: "<br>")]
    }
    return table
  }

  private var note: String {
    if document.results.isEmpty { return language("没有找到。\n", "nothing found\n") }
    let (shown, count) = (document.results.count, document.matches)
    if document.isCut {
      return language(
        "显示 \(shown) 条。匹配的多于 \(count) 条，只在其中最短的 \(count) 条里排序；--all 全部排序。\n",
        "\(shown) shown; more than \(count) match, of which the \(count) shortest were ranked; --all ranks all\n"
      )
    }
    return language("共 \(count) 条，显示 \(shown) 条。\n", "\(shown) of \(count)\n")
  }
}
