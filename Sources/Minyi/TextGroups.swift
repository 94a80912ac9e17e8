import MinyiModel
import MinyiStore

/// The texts of a collection by place, channel, period, theme or concern.
///
/// A text is in every group that one of its opinions is in.
struct TextGroups {
  struct Group {
    var name: String
    /// The number of a theme or concern.
    var id: Int?
    /// Documents, ascending.
    var documents: [Int] = []
    var posts = 0
  }

  private(set) var groups: [Group] = []
  /// Opinions in no group.
  private(set) var ungrouped = 0

  /// Places and channels by falling number of texts, then by name; periods by time; themes and concerns by number.
  init(
    _ collection: TextCollection, by grouping: TermGrouping, _ period: TermPeriod, in store: WorkspaceStore
  ) throws {
    switch grouping {
    case .place, .channel, .period:
      let columns = try store.agendaColumns()
      var byName: [String: Group] = [:]
      collect(collection, into: &byName) { opinion in
        switch grouping {
        case .place: columns[opinion]?.place
        case .channel: columns[opinion]?.channel
        default: columns[opinion]?.time.map { period.name(of: $0) }
        }
      }
      for (name, group) in byName {
        groups.append(Group(name: name, documents: group.documents, posts: group.posts))
      }
      groups.sort { a, b in
        if grouping != .period, a.documents.count != b.documents.count {
          return a.documents.count > b.documents.count
        }
        return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      }
    case .theme, .concern:
      let results = try store.editedResults()
      let isTheme = grouping == .theme
      let numbers = Dictionary(
        uniqueKeysWithValues: results.assignments.map {
          ($0.opinion, isTheme ? $0.theme?.rawValue : $0.concern?.rawValue)
        })
      let labels =
        isTheme
        ? results.themes.map { ($0.id.rawValue, $0.label) }
        : results.concerns.map { ($0.id.rawValue, $0.label) }
      var byNumber: [Int32: Group] = [:]
      collect(collection, into: &byNumber) { numbers[$0] ?? nil }
      groups = labels.compactMap { number, label in
        byNumber[number].map { Group(name: label, id: Int(number), documents: $0.documents, posts: $0.posts) }
      }
    }
  }

  private mutating func collect<Key: Hashable>(
    _ collection: TextCollection, into groups: inout [Key: Group], _ key: (OpinionID) -> Key?
  ) {
    for (document, opinions) in collection.opinions.enumerated() {
      for opinion in opinions {
        guard let key = key(opinion) else {
          ungrouped += 1
          continue
        }
        groups[key, default: Group(name: "")].posts += 1
        if groups[key]?.documents.last != document { groups[key]?.documents.append(document) }
      }
    }
  }
}
