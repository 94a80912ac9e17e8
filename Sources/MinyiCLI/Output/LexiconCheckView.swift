import Minyi

/// What words would change, in the formats that the command line offers.
struct LexiconCheckView {
  let document: LexiconCheckDocument
  let language: Language

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table.text(width: Terminal.columnCount, below: samples) + notes
    case .md: markdown.markdown + (notes.isEmpty ? "" : "\n" + notes)
    case .json: try JSONText.pretty(document)
    case .jsonl: try document.words.map { try JSONText.line($0) }.joined()
    case .csv: CSVText.text(spreadsheet)
    }
  }

  private typealias Entry = LexiconCheckDocument.Entry

  private var columns: [TextTable.Column] {
    [
      .init(title: language("词", "word")), .init(title: language("类别", "class")), .init(title: "ICU"),
      .init(title: language("不登记时", "without it")), .init(title: language("代价", "cost"), isRight: true),
      .init(title: language("改变文本", "texts changed"), isRight: true),
    ]
  }

  /// - Parameter none: what stands for a value that is not there.
  private func cells(_ entry: Entry, none: String = "-") -> [String] {
    [
      entry.word, entry.wordClass ?? none, entry.isInICU ? language("有", "yes") : language("无", "no"),
      entry.parts.joined(separator: " "), entry.cost.map { "\($0)" } ?? none,
      entry.textsChanged.map { "\($0)" } ?? none,
    ]
  }

  private var table: TextTable { TextTable(columns: columns, rows: document.words.map { cells($0) }) }

  /// Under each word the places that it changes, without it and with it.
  private var samples: [[String]] {
    document.words.map { entry in
      entry.samples.flatMap {
        [
          "    − " + $0.before.joined(separator: " ") + "  [\($0.opinion)]",
          "    + " + $0.after.joined(separator: " "),
        ]
      }
    }
  }

  private func shown(_ sample: LexiconCheckDocument.Sample) -> String {
    sample.before.joined(separator: " ") + " → " + sample.after.joined(separator: " ")
  }

  private var markdown: TextTable {
    var table = table
    table.columns.append(.init(title: language("例句", "samples")))
    table.rows = document.words.map { entry in
      cells(entry) + [entry.samples.map { "\(shown($0)) [\($0.opinion)]" }.joined(separator: "<br>")]
    }
    return table
  }

  private var spreadsheet: [[String]] {
    let places = 1...3
    let head = columns.map(\.title) + places.map { language("例句\($0)", "sample_\($0)") }
    let rows = document.words.map { entry in
      let samples = entry.samples.map(shown)
      return cells(entry, none: "") + samples + [String](repeating: "", count: places.count - samples.count)
    }
    return [head] + rows
  }

  /// What a reader must not overlook: words without effect, and the lack of sentences.
  private var notes: String {
    guard let texts = document.texts else {
      return language(
        "没有例句：用 --workspace 或 --texts 给出意见，可看到改变了什么。\n",
        "no sample sentences: name opinions with --workspace or --texts to see what changes\n")
    }
    let idle = document.words.filter { $0.textsChanged == 0 }.map(\.word)
    guard !idle.isEmpty else { return "" }
    return language(
      "\(texts) 种文本中不改变任何一种的词（\(idle.count)）：", "words that change none of \(texts) texts (\(idle.count)): ")
      + idle.joined(separator: language("、", ", ")) + "\n"
  }
}
