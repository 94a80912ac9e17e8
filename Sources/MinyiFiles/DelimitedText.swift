/// Comma-separated values by RFC 4180, for spreadsheets: CRLF, no cell that is a formula. `OpinionFile` reads them back.
public enum DelimitedText {
  /// U+FEFF: without it Excel takes UTF-8 for the encoding of the machine.
  public static let byteOrderMark = "\u{FEFF}"

  /// A row with its line end.
  public static func line(_ cells: [String]) -> String {
    var bytes: [UInt8] = []
    append(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8, behind what is in `bytes`. O(characters).
  public static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    if let first = text.utf8.first, SpreadsheetCell.mayBeginFormula(first) {
      text = SpreadsheetCell.guarded(text)
    }
    text.withUTF8 { cell in
      guard needsQuotes(cell) else { return bytes.append(contentsOf: cell) }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// True for a cell with a comma, a quote, a control character, white space at an end, where it is the cell's only in
  /// quotes, or any other white space than blanks inside.
  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    for (i, byte) in cell.enumerated() {
      if byte < 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") { return true }
      if byte >= 0xC2, byte <= 0xE3, isWideSpace(cell, i) { return true }
    }
    return false
  }

  /// True if a white space of several bytes begins at `i`: U+0085, U+00A0, U+1680, U+2000...200A, 2028, 2029, 202F, 205F,
  /// 3000.
  private static func isWideSpace(_ cell: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    let second = i + 1 < cell.count ? cell[i + 1] : 0
    let third = i + 2 < cell.count ? cell[i + 2] : 0
    switch (cell[i], second) {
    case (0xC2, let byte): return byte == 0x85 || byte == 0xA0
    case (0xE1, 0x9A), (0xE3, 0x80): return third == 0x80
    case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): return third == 0x9F
    default: return false
    }
  }
}
