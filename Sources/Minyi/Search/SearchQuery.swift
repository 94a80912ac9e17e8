import MinyiModel

/// A query as a person writes it, parsed.
///
/// ```
/// 路灯 不亮                    both, anywhere in title or body
/// "路灯不亮"  路*  title:路灯    a phrase; the beginning of a word; in the title only
/// (路灯 OR 井盖) NOT 停电       brackets; also -停电
/// place:东兴区 channel:热线     the place or channel contains it
/// after:2025-01 before:2025-07  from January to June 2025
/// concern:12 theme:环境         of a concern or theme of the last run
/// ```
///
/// A word is found inside longer words too: what is looked for is its characters, after width, script variant and case
/// are made one. Punctuation counts as a gap. Fields have Chinese names as well: 标题, 地区, 渠道, 自, 前, 诉求点, 主题.
public struct SearchQuery: Sendable, Equatable {
  /// What a part of the query asks of an opinion.
  indirect enum Node: Sendable, Equatable {
    /// Characters in title or body, or in a field.
    case phrase(Phrase, field: Field?)
    /// On or after one day, before another; days since 1970.
    case days(from: Int?, before: Int?)
    /// The concern or theme that it went to. Stands only where it must hold for every result.
    case group(Group, column: Int)
    case all([Node])
    case any([Node])
    case not(Node, column: Int)
  }

  /// What stands before a colon.
  public enum Field: String, Sendable, CaseIterable {
    /// `after` and `before` take days, `concern` a number, `theme` a number or a part of its name.
    case title, place, channel, after, before, concern, theme
  }

  struct Phrase: Sendable, Equatable {
    var text: String
    /// It is one character, or ends with one behind a gap: the beginning of a token of the index.
    var isPrefix: Bool
  }

  enum Group: Sendable, Equatable {
    case concern(ConcernID)
    case theme(String)
  }

  /// As it was written.
  public let text: String
  /// nil: groups alone were asked for.
  let root: Node?
  let groups: [Group]

  /// Parses `text`. Throws a `SearchQueryError`. O(text).
  public init(_ text: String) throws(SearchQueryError) {
    var parser = SearchQueryParser(text)
    let (root, groups) = try parser.parse()
    self.text = text
    self.root = root
    self.groups = groups
  }

  /// The phrases that count for the rank, with the field they are confined to: what is marked in the results.
  var markedPhrases: [(text: String, field: Field?)] {
    func collect(_ node: Node) -> [(text: String, field: Field?)] {
      switch node {
      case .phrase(let phrase, let field): field == nil || field == .title ? [(phrase.text, field)] : []
      case .all(let parts), .any(let parts): parts.flatMap(collect)
      case .days, .group, .not: []
      }
    }
    return root.map(collect) ?? []
  }
}
