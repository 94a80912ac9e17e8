import MinyiModel
import MinyiStore
import MinyiText

/// The distinct texts of a workspace, numbered by content hash, read from the store when they are needed.
struct TextCollection: Sendable {
  /// The opinions of each document, by key; the first stands for the text.
  let opinions: [[OpinionID]]
  private let store: WorkspaceStore

  init(store: WorkspaceStore) throws {
    self.store = store
    var opinions: [[OpinionID]] = []
    var last: ContentHash?
    for (id, hash) in try store.opinionOrder() {
      if hash == last {
        opinions[opinions.count - 1].append(id)
      } else {
        opinions.append([id])
        last = hash
      }
    }
    self.opinions = opinions
  }

  var documentCount: Int { opinions.count }
  var opinionCount: Int { opinions.reduce(0) { $0 + $1.count } }

  /// The stored opinion that stands for each document of `range`.
  func texts(of range: Range<Int>) throws -> [Opinion] {
    try store.opinions(range.map { opinions[$0][0] }).map(\.opinion)
  }

  /// The segmented text of one document.
  func text(of document: Int, _ analyzer: TextAnalyzer) throws -> DocumentText {
    guard let opinion = try texts(of: document..<document + 1).first else {
      throw MinyiError("工作区在运行中被改动，请重新运行 minyi mine。(the workspace changed while mining)", exitCode: 74)
    }
    return DocumentText(
      title: try analyzer.segmented(opinion.title), body: try analyzer.segmented(opinion.body))
  }
}
