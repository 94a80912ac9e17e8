import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText
import MinyiTopics

/// The distinct texts of a workspace, numbered by content hash, read from the store when they are needed.
struct TextCollection: Sendable {
  /// The opinions of each document, by key; the first stands for the text.
  let opinions: [[OpinionID]]
  /// By document.
  let hashes: [ContentHash]
  private let store: WorkspaceStore

  /// - Parameter isWanted: which opinions are looked at; nil: all.
  init(store: WorkspaceStore, where isWanted: ((OpinionID) -> Bool)? = nil) throws {
    self.store = store
    var opinions: [[OpinionID]] = []
    var hashes: [ContentHash] = []
    for (id, hash) in try store.opinionOrder() where isWanted?(id) ?? true {
      if hash == hashes.last {
        opinions[opinions.count - 1].append(id)
      } else {
        opinions.append([id])
        hashes.append(hash)
      }
    }
    self.opinions = opinions
    self.hashes = hashes
  }

  var documentCount: Int { opinions.count }
  var opinionCount: Int { opinions.reduce(0) { $0 + $1.count } }

  /// What each of `documents` says.
  func texts(of documents: some Collection<Int>) throws -> [OpinionText] {
    let texts = try store.texts(of: documents.lazy.map { opinions[$0][0] })
    guard texts.count == documents.count else { throw TextCollection.changed }
    return texts
  }

  /// The texts of `documents`, read at once.
  func segmented(_ documents: [DocumentID], _ analyzer: TextAnalyzer) throws -> SegmentedTexts {
    let texts = try texts(of: documents.map(\.index))
    return SegmentedTexts(
      texts: Dictionary(uniqueKeysWithValues: zip(documents, texts)), analyzer: analyzer)
  }

  static var changed: MinyiError {
    MinyiError("工作区在运行中被改动，请重新运行 minyi mine。(the workspace changed while mining)", exitCode: 74)
  }
}

/// Some texts of a collection, segmented as far as they are asked for.
struct SegmentedTexts {
  fileprivate let texts: [DocumentID: OpinionText]
  fileprivate let analyzer: TextAnalyzer

  func text(of document: DocumentID) throws -> DocumentText {
    let text = try opinion(document)
    return DocumentText(title: try analyzer.segmented(text.title), body: try analyzer.segmented(text.body))
  }

  func title(of document: DocumentID) throws -> SegmentedText {
    try analyzer.segmented(opinion(document).title)
  }

  /// As much of the body as a label is taken from.
  func beginning(of document: DocumentID) throws -> SegmentedText {
    try analyzer.segmented(opinion(document).body, limit: Labeler.readLength)
  }

  private func opinion(_ document: DocumentID) throws -> OpinionText {
    guard let text = texts[document] else { throw TextCollection.changed }
    return text
  }
}
