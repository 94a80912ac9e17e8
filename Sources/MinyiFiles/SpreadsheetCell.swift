/// What a cell of delimited text says, where a spreadsheet has put something around it.
///
/// `="0012"` is how systems keep zeros at the start of an id: 0012. `=HYPERLINK("https://…","文")` is 文. An apostrophe
/// before what would be a formula is the guard that exports put there.
enum SpreadsheetCell {
  /// The text of the cell; nil where it is the cell as it stands.
  @inline(__always)
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.first else { return nil }
    switch first {
    case UInt8(ascii: "="): return formula(bytes)
    case UInt8(ascii: "'"): return unguarded(bytes)
    default: return nil
    }
  }

  /// True for a text that a spreadsheet would take for a formula: it begins with `=`, or with a tab or a line break, or
  /// with `+` or `-` and is no number, or with `@` and a function's name and bracket. Names such as @青禾发布 are none.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "\t", "\r", "\n": return true
    case "+", "-": return !isNumber(text)
    case "@":
      let name = text.dropFirst().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_")
      }
      return !name.isEmpty && text.dropFirst(1 + name.count).first == "("
    default: return false
    }
  }

  /// False for the first byte of a text that `guarded` leaves as it is, as most do.
  static func mayBeginFormula(_ byte: UInt8) -> Bool { byte < 0x30 || byte == 0x3D || byte == 0x40 }

  /// `text` as it goes into delimited text: with an apostrophe before a formula, and before what `unguarded` would take
  /// for a guard.
  static func guarded(_ text: String) -> String {
    isFormula(String(text.drop { $0 == "'" })) ? "'" + text : text
  }

  private static func unguarded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return isFormula(String(text.drop { $0 == "'" })) ? String(text.dropFirst()) : nil
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return !digits.isEmpty
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x25 }
  }

  private static func formula(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = Substring(String(decoding: bytes, as: UTF8.self)).dropFirst()
    if let value = quoted(&rest), rest.isEmpty { return value }
    rest = Substring(String(decoding: bytes, as: UTF8.self)).dropFirst()
    guard rest.prefix(10).uppercased() == "HYPERLINK(" else { return nil }
    rest = rest.dropFirst(10)
    guard let address = quoted(&rest) else { return nil }
    if rest == ")" { return address }
    guard rest.first == "," || rest.first == ";" else { return nil }
    rest = rest.dropFirst()
    guard let name = quoted(&rest), rest == ")" else { return nil }
    return name
  }

  /// A text in quotes at the start of `rest`, which is moved past it.
  private static func quoted(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return nil }
    var value = ""
    var i = rest.index(after: rest.startIndex)
    while i < rest.endIndex {
      if rest[i] == "\"" {
        i = rest.index(after: i)
        guard i < rest.endIndex, rest[i] == "\"" else {
          rest = rest[i...]
          return value
        }
      }
      value.append(rest[i])
      i = rest.index(after: i)
    }
    return nil
  }
}
