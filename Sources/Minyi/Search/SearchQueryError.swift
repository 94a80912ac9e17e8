import MinyiText

/// What is wrong with a query, and where.
public struct SearchQueryError: Error, Sendable, CustomStringConvertible {
  /// As it was written.
  public var query: String
  /// The character at fault, counted from 1.
  public var column: Int
  /// A sentence for a person, in both languages.
  public var reason: String

  /// `column` must be within `query`, or one behind its end.
  public init(query: String, column: Int, reason: String) {
    self.query = query
    self.column = column
    self.reason = reason
  }

  /// The query with a caret under the character.
  public var description: String {
    let shown = query.map { $0.isNewline || $0 == "\t" ? " " : String($0) }
    let before = shown.prefix(column - 1).joined()
    return "查询第 \(column) 个字符处有误：\(reason)\n  \(shown.joined())\n  "
      + String(repeating: " ", count: before.columnCount) + "^"
  }
}
