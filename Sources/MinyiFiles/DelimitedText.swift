/// Comma-separated values by RFC 4180, for spreadsheets: CRLF, no cell that is a formula. `OpinionFile` reads them back.
public enum DelimitedText {
  /// U+FEFF: without it Excel takes UTF-8 for the encoding of the machine.
  public static let byteOrderMark = "\u{FEFF}"

  /// A row with its line end.
  public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ text: String) -> String {
    let text = SpreadsheetCell.guarded(text)
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0.properties.isWhitespace && $0 != " "
    }
    // White space at the ends is the cell's only in quotes.
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
