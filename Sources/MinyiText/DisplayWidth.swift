import CICU

extension String {
  /// Columns that the text takes on a terminal: East Asian wide characters and emoji two, combining marks none.
  public var columnCount: Int {
    unicodeScalars.reduce(0) { $0 + ($1.value < 0x7F ? 1 : Int(cicu_column_count($1.value))) }
  }

  /// The longest beginning that fits `columns`, with `…` where something was cut off; nothing fits no column.
  public func truncated(toColumns columns: Int) -> String {
    guard columnCount > columns else { return self }
    guard columns > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in self {
      let width = String(character).columnCount
      if used + width > columns { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  /// The text followed by spaces up to `columns`.
  public func padded(toColumns columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - columnCount))
  }
}
