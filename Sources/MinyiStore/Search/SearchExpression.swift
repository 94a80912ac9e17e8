/// A condition in FTS5's query language, with the phrases in the order in which FTS5 numbers them.
struct SearchExpression {
  private(set) var text = ""
  /// By phrase: itself as an expression where it counts for the rank, nil where it only filters.
  private(set) var phrases: [String?] = []

  private let days: ClosedRange<Int>?

  /// - Parameter days: those that opinions of the index have.
  init(_ request: SearchRequest, days: ClosedRange<Int>?) {
    self.days = days
    if let condition = request.condition { text = expression(condition, counts: true) }
  }

  private mutating func expression(_ condition: SearchRequest.Condition, counts: Bool) -> String {
    switch condition {
    case .phrase(let phrase, let isPrefix, let field):
      let columns = field.map(\.rawValue) ?? "{title body}"
      let text = "\(columns) : \(SearchExpression.quoted(phrase))\(isPrefix ? " *" : "")"
      phrases.append(counts && (field == nil || field == .title) ? text : nil)
      return text
    case .days(let from, let before):
      var tokens: [String] = []
      if let days {
        let first = max(days.lowerBound, from ?? days.lowerBound)
        let end = min(days.upperBound + 1, before ?? days.upperBound + 1)
        if first < end { tokens = SearchDays.tokens(of: first..<end) }
      }
      if tokens.isEmpty { tokens = [SearchDays.none] }
      phrases += tokens.map { _ in nil }
      return "day : (\(tokens.map(SearchExpression.quoted).joined(separator: " OR ")))"
    case .all(let parts): return joined(parts, " AND ", counts)
    case .any(let parts): return joined(parts, " OR ", counts)
    case .without(let part, let others):
      let first = expression(part, counts: counts)
      return "((\(first)) NOT \(joined(others, " OR ", false)))"
    }
  }

  private mutating func joined(
    _ parts: [SearchRequest.Condition], _ operation: String, _ counts: Bool
  ) -> String {
    var texts: [String] = []
    for part in parts { texts.append("(\(expression(part, counts: counts)))") }
    return "(\(texts.joined(separator: operation)))"
  }

  private static func quoted(_ phrase: String) -> String {
    "\"\(phrase.replacing("\u{0}", with: " ").replacing("\"", with: "\"\""))\""
  }
}
