import Minyi

/// All opinions of a workspace as JSONL or CSV, in the form that `import` reads back.
struct OpinionText {
  let table: OpinionTable

  /// An object a line; every line has the same keys.
  func jsonl() throws -> String {
    let keys = table.keys.map(JSONText.string)
    var text = ""
    try table.forEachRow { cells in
      text += "{"
      for (i, cell) in cells.enumerated() {
        if i > 0 { text += "," }
        text += keys[i] + ":" + OpinionText.json(cell)
      }
      text += "}\n"
    }
    return text
  }

  func csv() throws -> String {
    var text = DelimitedText.byteOrderMark + DelimitedText.line(table.titles)
    try table.forEachRow { text += DelimitedText.line($0.map(OpinionText.plain)) }
    return text
  }

  private static func json(_ cell: SheetCell) -> String {
    switch cell {
    case .empty: "null"
    case .integer(let number): "\(number)"
    default: JSONText.string(plain(cell))
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
