import MinyiModel
import MinyiStore

/// The hash of what a run found: where every opinion went, under its own key, and how groups are called.
enum ResultHash {
  /// - Parameter assignments: by document, then by key.
  static func hash(
    of assignments: [AssignmentRecord], _ concerns: [ConcernRecord], _ themes: [ThemeRecord],
    keys: [OpinionID: String]
  ) -> ContentHash {
    var text = ""
    for assignment in assignments {
      text +=
        "\(keys[assignment.opinion] ?? "") \(assignment.concern?.rawValue ?? 0) \(assignment.theme?.rawValue ?? 0)\n"
    }
    for concern in concerns { text += "\(concern.id.rawValue) \(concern.label)\n" }
    for theme in themes { text += "\(theme.id.rawValue) \(theme.label)\n" }
    return ContentHash(text)
  }
}
