import Minyi

/// Where every opinion went, a line each, by id.
struct AssignmentText {
  let lines: [(key: String, concern: ConcernID?, theme: ThemeID?)]

  func write(as format: ExportFormat, hasMark: Bool, to sink: inout TextSink) throws {
    switch format {
    case .jsonl:
      for line in lines {
        try sink.append { AssignmentText.append(line, indent: "", to: &$0) }
        try sink.append("\n")
      }
    case .json:
      try sink.append("[")
      for (i, line) in lines.enumerated() {
        try sink.append(i == 0 ? "\n  " : ",\n  ")
        try sink.append { AssignmentText.append(line, indent: "\n    ", to: &$0) }
      }
      try sink.append("\n]\n")
    case .csv:
      if hasMark { try sink.append(DelimitedText.byteOrderMark) }
      try sink.append { DelimitedText.append(["id", "concern", "theme"], to: &$0) }
      for line in lines { try sink.append { DelimitedText.append(AssignmentText.cells(line), to: &$0) } }
    case .md, .table, .xlsx:
      let table = TextTable(
        columns: [
          .init(title: "id"), .init(title: "concern", isRight: true), .init(title: "theme", isRight: true),
        ],
        rows: lines.map(AssignmentText.cells))
      try sink.append(format == .md ? table.markdown : table.text(width: Terminal.columnCount))
    }
  }

  private static func cells(_ line: (key: String, concern: ConcernID?, theme: ThemeID?)) -> [String] {
    [line.key, line.concern.map { "\($0.rawValue)" } ?? "", line.theme.map { "\($0.rawValue)" } ?? ""]
  }

  /// A missing concern is written as null, so that every line has the same keys.
  private static func append(
    _ line: (key: String, concern: ConcernID?, theme: ThemeID?), indent: String, to bytes: inout [UInt8]
  ) {
    let space = indent.isEmpty ? "" : " "
    bytes += "{\(indent)\"concern\"\(space):\(space)\(line.concern.map { "\($0.rawValue)" } ?? "null"),".utf8
    bytes += "\(indent)\"id\"\(space):\(space)".utf8
    JSONText.append(line.key, to: &bytes)
    bytes += ",\(indent)\"theme\"\(space):\(space)\(line.theme.map { "\($0.rawValue)" } ?? "null")".utf8
    bytes += (indent.isEmpty ? "}" : String(indent.dropLast(2)) + "}").utf8
  }
}
