import Minyi

/// A table of plain text, aligned by terminal columns, so that Chinese and Latin line up.
struct TextTable {
  struct Column {
    var title: String
    var isRight = false
    /// May be cut to make the table fit.
    var isFlexible = false
  }

  var columns: [Column]
  var rows: [[String]] = []

  /// The table within `width` terminal columns: flexible columns shrink, the others stay whole.
  ///
  /// - Parameter below: lines under each row, cut where they are too long.
  /// - Parameter isColoured: the head in bold.
  func text(width: Int, below: [[String]] = [], isColoured: Bool = false) -> String {
    let widths = columnWidths(width)
    let head = line(columns.map(\.title), widths)
    var lines = [isColoured ? "\u{1B}[1m\(head)\u{1B}[0m" : head]
    for (i, row) in rows.enumerated() {
      lines.append(line(row, widths))
      if i < below.count { lines += below[i].map { $0.truncated(toColumns: width) } }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as a Markdown table.
  var markdown: String {
    let head = "| " + columns.map(\.title).joined(separator: " | ") + " |"
    let rule = "|" + columns.map { $0.isRight ? "---:|" : "---|" }.joined()
    let body = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
        + " |"
    }
    return ([head, rule] + body).joined(separator: "\n") + "\n"
  }

  private func columnWidths(_ width: Int) -> [Int] {
    var widths = columns.indices.map { i in
      rows.reduce(columns[i].title.columnCount) { max($0, $1[i].columnCount) }
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    for i in columns.indices.reversed() where columns[i].isFlexible && excess > 0 {
      let cut = min(excess, max(0, widths[i] - 12))
      widths[i] -= cut
      excess -= cut
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { i in
      let cell = cells[i].truncated(toColumns: widths[i])
      if columns[i].isRight {
        return String(repeating: " ", count: max(0, widths[i] - cell.columnCount)) + cell
      }
      return i == cells.count - 1 ? cell : cell.padded(toColumns: widths[i])
    }
    return padded.joined(separator: "  ")
  }
}
