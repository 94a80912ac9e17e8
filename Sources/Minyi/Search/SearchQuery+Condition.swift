import MinyiStore

extension SearchQuery {
  /// The query in terms of the index; nil where only groups are asked for.
  var condition: SearchRequest.Condition? { root.map(SearchQuery.condition) }

  private static func condition(_ node: Node) -> SearchRequest.Condition {
    switch node {
    case .phrase(let phrase, let field):
      return .phrase(
        phrase.text, isPrefix: phrase.isPrefix,
        field: field.flatMap { SearchRequest.Field(rawValue: $0.rawValue) })
    case .days(let from, let before): return .days(from: from, before: before)
    case .any(let parts): return .any(parts.map(condition))
    case .all(let parts):
      var held: [SearchRequest.Condition] = []
      var excluded: [SearchRequest.Condition] = []
      for part in joiningDays(parts) {
        if case .not(let inner, _) = part {
          excluded.append(condition(inner))
        } else {
          held.append(condition(part))
        }
      }
      let all: SearchRequest.Condition = held.count == 1 ? held[0] : .all(held)
      return excluded.isEmpty ? all : .without(all, excluded)
    // The parser leaves these nowhere else.
    case .not, .group: return .any([])
    }
  }

  /// after: and before: side by side are one span: fewer tokens.
  private static func joiningDays(_ parts: [Node]) -> [Node] {
    var rest: [Node] = []
    var span: (from: Int?, before: Int?)?
    for part in parts {
      if case .days(let from, let before) = part {
        let known = span ?? (nil, nil)
        span = (
          from: [known.from, from].compactMap { $0 }.max(),
          before: [known.before, before].compactMap { $0 }.min()
        )
      } else {
        rest.append(part)
      }
    }
    if let span { rest.append(.days(from: span.from, before: span.before)) }
    return rest
  }
}
