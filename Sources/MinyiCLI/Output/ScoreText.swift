import Minyi

/// What came of the rows of a file that was scored, a line each.
struct ScoreText: Sendable {
  enum Format: String { case jsonl, csv }

  let format: Format
  /// As given, for the place of what is wrong.
  let path: String

  /// The columns of CSV.
  static let header = [
    "line", "id", "status", "concern", "label", "similarity", "runner_up", "runner_up_label",
    "runner_up_similarity", "theme", "theme_label", "theme_probability", "severity", "severity_words",
    "requests", "priority", "priority_severity", "priority_concern", "priority_request", "copy_of", "copies",
    "copy_similarity",
    "title", "body", "error",
  ]

  /// The lines of `rows` as UTF-8.
  func lines(of rows: [ScoredRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 1024)
    for row in rows {
      switch format {
      case .jsonl: append(row, to: &bytes)
      case .csv: DelimitedText.append(cells(row), to: &bytes)
      }
    }
    return bytes
  }

  // MARK: JSONL

  /// Keys are sorted, and all there for an opinion.
  private func append(_ row: ScoredRow, to bytes: inout [UInt8]) {
    switch row {
    case .blank(let line): bytes += "{\"line\":\(line),\"status\":\"blank\"}\n".utf8
    case .malformed(let problem):
      bytes += "{\"error\":".utf8
      JSONText.append(problem.message(path: path), to: &bytes)
      bytes += ",\"line\":\(problem.line),\"status\":\"malformed\"}\n".utf8
    case .opinion(let line, let id, let score):
      bytes += "{\"body\":".utf8
      JSONText.append(score.body, to: &bytes)
      append("concern", score.nearest, to: &bytes)
      bytes += ",\"copyOf\":".utf8
      if let copy = score.copy {
        bytes += "{\"count\":\(copy.count),\"opinion\":".utf8
        JSONText.append(copy.opinion, to: &bytes)
        bytes += ",\"similarity\":".utf8
        ScoreText.append(copy.similarity, digits: 2, to: &bytes)
        bytes += "}".utf8
      } else {
        bytes += "null".utf8
      }
      bytes += ",\"id\":".utf8
      if let id { JSONText.append(id, to: &bytes) } else { bytes += "null".utf8 }
      bytes += ",\"line\":".utf8
      ScoreText.append(line, to: &bytes)
      append(score.priority, to: &bytes)
      append("requests", score.requests, to: &bytes)
      append("runnerUp", score.runnerUp, to: &bytes)
      bytes += ",\"severity\":{\"grade\":".utf8
      ScoreText.append(score.severity, to: &bytes)
      append("words", score.severityWords, to: &bytes)
      bytes += "},\"status\":\"".utf8
      bytes += score.status.rawValue.utf8
      bytes += "\"".utf8
      append(
        "theme", score.theme.map { ($0.theme.rawValue, $0.label) },
        ("probability", score.theme?.probability ?? 0), to: &bytes)
      bytes += ",\"title\":".utf8
      JSONText.append(score.title, to: &bytes)
      bytes += "}\n".utf8
    }
  }

  /// A group with how near it is; null where there is none.
  private func append(
    _ key: String, _ group: (id: Int32, label: String)?, _ measure: (name: String, value: Double),
    to bytes: inout [UInt8]
  ) {
    bytes += ",\"".utf8
    bytes += key.utf8
    bytes += "\":".utf8
    guard let group else {
      bytes += "null".utf8
      return
    }
    bytes += "{\"id\":".utf8
    ScoreText.append(Int(group.id), to: &bytes)
    bytes += ",\"label\":".utf8
    JSONText.append(group.label, to: &bytes)
    bytes += ",\"".utf8
    bytes += measure.name.utf8
    bytes += "\":".utf8
    ScoreText.append(measure.value, digits: 4, to: &bytes)
    bytes += "}".utf8
  }

  private func append(_ key: String, _ match: OpinionScore.Match?, to bytes: inout [UInt8]) {
    append(
      key, match.map { ($0.concern.rawValue, $0.label) }, ("similarity", match?.similarity ?? 0), to: &bytes)
  }

  private func append(_ priority: Priority, to bytes: inout [UInt8]) {
    bytes += ",\"priority\":{\"concern\":".utf8
    ScoreText.append(priority.concern, digits: 2, to: &bytes)
    bytes += ",\"request\":".utf8
    ScoreText.append(priority.request, digits: 2, to: &bytes)
    bytes += ",\"severity\":".utf8
    ScoreText.append(priority.severity, digits: 2, to: &bytes)
    bytes += ",\"value\":".utf8
    ScoreText.append(priority.value, digits: 2, to: &bytes)
    bytes += "}".utf8
  }

  private func append(_ key: String, _ words: [String], to bytes: inout [UInt8]) {
    bytes += ",\"".utf8
    bytes += key.utf8
    bytes += "\":[".utf8
    for (i, word) in words.enumerated() {
      if i > 0 { bytes += ",".utf8 }
      JSONText.append(word, to: &bytes)
    }
    bytes += "]".utf8
  }

  // MARK: CSV

  private func cells(_ row: ScoredRow) -> [String] {
    var cells = [String](repeating: "", count: ScoreText.header.count)
    switch row {
    case .blank(let line): (cells[0], cells[2]) = ("\(line)", "blank")
    case .malformed(let problem):
      (cells[0], cells[2]) = ("\(problem.line)", "malformed")
      cells[cells.count - 1] = problem.message(path: path)
    case .opinion(let line, let id, let score):
      cells = ["\(line)", id ?? "", score.status.rawValue]
      for match in [score.nearest, score.runnerUp] {
        cells += match.map { ["\($0.concern.rawValue)", $0.label, text($0.similarity, 4)] } ?? ["", "", ""]
      }
      cells +=
        score.theme.map { ["\($0.theme.rawValue)", $0.label, text($0.probability, 4)] } ?? ["", "", ""]
      cells += [
        "\(score.severity)", score.severityWords.joined(separator: " "),
        score.requests.joined(separator: " "),
        text(score.priority.value, 2), text(score.priority.severity, 2), text(score.priority.concern, 2),
        text(score.priority.request, 2), score.copy?.opinion ?? "", score.copy.map { "\($0.count)" } ?? "",
        score.copy.map { text($0.similarity, 2) } ?? "",
        score.title, score.body, "",
      ]
    }
    return cells
  }

  // MARK: numbers

  private func text(_ value: Double, _ digits: Int) -> String {
    var bytes: [UInt8] = []
    ScoreText.append(value, digits: digits, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// A number that is not negative, without zeros at its end.
  private static func append(_ value: Double, digits: Int, to bytes: inout [UInt8]) {
    var scale = (0..<digits).reduce(1) { scale, _ in 10 * scale }
    let units = Int((value * Double(scale)).rounded())
    append(units / scale, to: &bytes)
    var rest = units % scale
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    while rest > 0 {
      scale /= 10
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + rest / scale))
      rest %= scale
    }
  }
}
