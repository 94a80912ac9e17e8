import MinyiAgenda
import MinyiIndex
import MinyiModel

/// What a run knows of the distinct texts of a workspace, by document.
struct CollectionIndex: Sendable {
  var vocabulary: Vocabulary
  var matrix: TermMatrix
  var signals: [TextSignals?]
}
