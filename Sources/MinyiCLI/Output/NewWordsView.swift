import Minyi

/// Discovered words in the formats that the command line offers.
struct NewWordsView {
  let document: NewWordsDocument
  let language: Language

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount, below: quotes) + emptyNote
    case .md: markdown.markdown + (emptyNote.isEmpty ? "" : "\n" + emptyNote)
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.words.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  private var head: [String] {
    [
      language("新词", "word"), language("文本", "texts"), language("条数", "posts"), language("得分", "score"),
      language("互信息", "information"), language("左熵", "left"), language("右熵", "right"),
    ]
  }

  private func cells(_ entry: NewWordsDocument.Entry) -> [String] {
    [
      entry.word, "\(entry.texts)", "\(entry.posts)", oneDecimal(entry.score), oneDecimal(entry.information),
      oneDecimal(entry.leftEntropy), oneDecimal(entry.rightEntropy),
    ]
  }

  private var table: TextTable {
    TextTable(
      columns: head.enumerated().map { .init(title: $1, isRight: $0 > 0) }, rows: document.words.map(cells))
  }

  /// Under each word its quotes.
  private var quotes: [[String]] {
    document.words.map { entry in
      entry.quotes.map { "    “\($0.text.replacing("\n", with: " "))”  [\($0.opinion)]" }
    }
  }

  private var markdown: TextTable {
    var table = table
    table.columns.append(.init(title: language("原话", "quotes")))
    table.rows = document.words.map { entry in
      cells(entry) + [entry.quotes.map { "“\($0.text)” [\($0.opinion)]" }.joined(separator: "<br>")]
    }
    return table
  }

  /// A number a cell, so that a spreadsheet can sort by it.
  private var spreadsheet: [[String]] {
    let places = 1...3
    let quoteHead = places.flatMap {
      [language("原话\($0)", "quote_\($0)"), language("编号\($0)", "opinion_\($0)")]
    }
    let rows = document.words.map { entry in
      let quotes = entry.quotes.flatMap { [$0.text, $0.opinion] }
      return cells(entry) + quotes + [String](repeating: "", count: 2 * places.count - quotes.count)
    }
    return [head + quoteHead] + rows
  }

  private var emptyNote: String {
    document.words.isEmpty ? language("没有找到新词。\n", "no new words\n") : ""
  }
}
