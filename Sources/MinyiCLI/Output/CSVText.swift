import Minyi

/// A table as CSV with a byte order mark.
enum CSVText {
  static func text(_ rows: [[String]]) -> String {
    DelimitedText.byteOrderMark + rows.map(DelimitedText.line).joined()
  }
}
