package import MinyiModel
package import MinyiStore

/// The hash of what a run found: where every opinion went, under its own key, and how groups are called.
///
/// Concerns go in by their order (`concernOrder`), not by their numbers, which tell of earlier runs.
package enum ResultHash {
  /// - Parameter assignments: by document, then by key.
  package static func hash(
    of assignments: [AssignmentRecord], _ concerns: [ConcernRecord], _ themes: [ThemeRecord],
    keys: [OpinionID: String]
  ) -> ContentHash {
    let order = concernOrder(of: assignments)
    let position = Dictionary(uniqueKeysWithValues: zip(order, 1...))
    let labels = Dictionary(uniqueKeysWithValues: concerns.map { ($0.id, $0.label) })
    var text = ""
    for assignment in assignments {
      let concern = assignment.concern.flatMap { position[$0] } ?? 0
      text += "\(keys[assignment.opinion] ?? "") \(concern) \(assignment.theme?.rawValue ?? 0)\n"
    }
    for (concern, number) in zip(order, 1...) { text += "\(number) \(labels[concern] ?? "")\n" }
    for theme in themes { text += "\(theme.id.rawValue) \(theme.label)\n" }
    return ContentHash(text)
  }

  /// The concerns by posts, most first, then by their first document: as a run without a past numbers them.
  private static func concernOrder(of assignments: [AssignmentRecord]) -> [ConcernID] {
    var groups: [ConcernID: (posts: Int, document: Int)] = [:]
    for assignment in assignments {
      guard let concern = assignment.concern else { continue }
      let known = groups[concern] ?? (0, assignment.document)
      groups[concern] = (known.posts + 1, min(known.document, assignment.document))
    }
    return groups.sorted { ($1.value.posts, $0.value.document) < ($0.value.posts, $1.value.document) }.map(
      \.key)
  }
}
