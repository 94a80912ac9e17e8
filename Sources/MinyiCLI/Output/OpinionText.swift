import Minyi

/// All opinions of a workspace as JSONL or CSV, in the form that `import` reads back.
struct OpinionText {
  let table: OpinionTable

  /// An object a line; every line has the same keys.
  func writeJSONL(to sink: inout TextSink) throws {
    let keys = table.keys.enumerated().map { i, key in
      Array(((i == 0 ? "{" : ",") + JSONText.string(key) + ":").utf8)
    }
    try table.forEachRow { cells in
      try sink.append { bytes in
        for (key, cell) in zip(keys, cells) {
          bytes += key
          OpinionText.append(cell, to: &bytes)
        }
        bytes += "}\n".utf8
      }
    }
  }

  func writeCSV(to sink: inout TextSink, hasMark: Bool) throws {
    if hasMark { try sink.append(DelimitedText.byteOrderMark) }
    try sink.append { DelimitedText.append(table.titles, to: &$0) }
    try table.forEachRow { cells in
      try sink.append { DelimitedText.append(cells.map(OpinionText.plain), to: &$0) }
    }
  }

  private static func append(_ cell: SheetCell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: bytes += "null".utf8
    case .integer(let number): bytes += "\(number)".utf8
    default: JSONText.append(plain(cell), to: &bytes)
    }
  }

  private static func plain(_ cell: SheetCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .link(let text, _, _): text
    case .integer(let number): "\(number)"
    case .number(let number), .share(let number): "\(number)"
    case .time(let time): time.description
    }
  }
}
