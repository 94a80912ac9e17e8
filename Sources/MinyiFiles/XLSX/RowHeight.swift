/// Heights of rows in points. Excel finds them when it opens a file; WPS and LibreOffice show a row of several lines as one
/// where the file does not say.
enum RowHeight {
  static let header = 22.0
  /// Of a row with a chart.
  static let chart = 64.0
  private static let line = 15.5
  /// A message of a page would fill the screen; it is read in its cell.
  private static let maximumLineCount = 13

  /// The height of a row with `cells`; nil where one line is enough. O(characters), up to the highest row there is.
  static func height(of cells: [SheetCell], in columns: [SheetDraft.Column]) -> Double? {
    var lineCount = 1
    for (cell, column) in zip(cells, columns) where column.isWrapped {
      switch cell {
      case .text(let text), .link(let text, _, _):
        lineCount = max(lineCount, self.lineCount(of: text, width: column.width))
      default: continue
      }
    }
    return lineCount > 1 ? Double(lineCount) * line : nil
  }

  /// Lines that `text` takes in a column of `width` characters, of which a Chinese one takes two.
  private static func lineCount(of text: String, width: Double) -> Int {
    // A line does not always fill its column: punctuation moves to the next.
    let limit = max(2, Int(width) - 2)
    var (lineCount, used) = (1, 0)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lineCount += 1
        used = 0
      } else {
        let width = scalar.value < 0x1100 ? 1 : 2
        if used + width > limit {
          lineCount += 1
          used = 0
        }
        used += width
      }
      if lineCount == maximumLineCount { break }
    }
    return lineCount
  }
}
