import MinyiModel
import MinyiStore

/// The results of a run as analysts changed them. What was mined stays in the workspace as it was.
struct EditedResults {
  private(set) var result: RunResult

  /// Quotes of a concern at most.
  private static let quoteCount = 3

  /// - Parameter keys: the keys of all opinions; asked for if there is a split.
  init(_ mined: RunResult, edits: [ConcernEdit], keys: () throws -> [OpinionID: String]) rethrows {
    result = mined
    guard !edits.isEmpty else { return }
    // 1. who belongs where: parts come out before concerns go together
    for case .split(let concern, let part, let members) in edits {
      split(concern, into: part, Set(members), keys: try keys())
    }
    for case .merge(let concern, let other) in edits { merge(other, into: concern) }
    // 2. how concerns are called and whether they are shown
    for edit in edits {
      guard let i = result.concerns.firstIndex(where: { $0.id == edit.concern }) else { continue }
      switch edit {
      case .label(_, let label): result.concerns[i].label = label
      case .hide: result.concerns[i].isHidden = true
      case .unhide: result.concerns[i].isHidden = false
      case .merge, .split: break
      }
    }
  }

  private mutating func split(
    _ concern: ConcernID, into part: ConcernID, _ members: Set<String>, keys: [OpinionID: String]
  ) {
    // Equal texts stay together.
    let documents = Set(
      result.assignments.lazy.filter { keys[$0.opinion].map(members.contains) ?? false }.map(\.document))
    var moved: Set<OpinionID> = []
    for i in result.assignments.indices where documents.contains(result.assignments[i].document) {
      result.assignments[i].concern = part
      moved.insert(result.assignments[i].opinion)
    }
    guard !moved.isEmpty, let i = result.concerns.firstIndex(where: { $0.id == concern }) else {
      // The concern is gone: its part stands alone, without a past.
      if !moved.isEmpty {
        result.concerns.append(ConcernRecord(id: part, label: "诉求", theme: nil, terms: [], quotes: []))
        result.concerns.sort { $0.id < $1.id }
      }
      return
    }
    var record = result.concerns[i]
    record.id = part
    record.quotes = record.quotes.filter { moved.contains($0.opinion) }
    record.isHidden = false
    result.concerns[i].quotes.removeAll { moved.contains($0.opinion) }
    result.concerns.append(record)
    result.concerns.sort { $0.id < $1.id }
    if !result.assignments.contains(where: { $0.concern == concern }) {
      result.concerns.removeAll { $0.id == concern }
    }
  }

  private mutating func merge(_ other: ConcernID, into concern: ConcernID) {
    guard let kept = result.concerns.firstIndex(where: { $0.id == concern }),
      let gone = result.concerns.firstIndex(where: { $0.id == other }), kept != gone
    else { return }
    let quotes = result.concerns[kept].quotes.prefix(EditedResults.quoteCount - 1)
    result.concerns[kept].quotes = Array(
      (quotes + result.concerns[gone].quotes.prefix(1) + result.concerns[kept].quotes.dropFirst(quotes.count))
        .prefix(EditedResults.quoteCount))
    for i in result.assignments.indices where result.assignments[i].concern == other {
      result.assignments[i].concern = concern
    }
    result.concerns.remove(at: gone)
  }
}

extension WorkspaceStore {
  /// `mined`, or the results of the last run, as analysts changed them.
  func editedResults(_ mined: RunResult? = nil) throws -> RunResult {
    var result = try EditedResults(try mined ?? results(), edits: edits(), keys: { try keys() }).result
    for i in result.concerns.indices where result.concerns[i].quotes.isEmpty {
      result.concerns[i].quotes = try openings(of: result.concerns[i].id, in: result)
    }
    return result
  }

  /// The first sentences of a concern's most typical texts, for a part that took no quote along.
  private func openings(of concern: ConcernID, in result: RunResult) throws -> [QuoteRecord] {
    var documents: Set<Int> = []
    let members = result.assignments.filter {
      $0.concern == concern && documents.insert($0.document).inserted
    }
    .sorted { ($1.similarity ?? 0, $0.document) < ($0.similarity ?? 0, $1.document) }
    return try opinions(members.prefix(3).map(\.opinion)).map { stored in
      let scalars = stored.opinion.body.unicodeScalars
      let end = scalars.firstIndex { "。！？!?\n".unicodeScalars.contains($0) }
      let sentence = end.map { scalars[...$0] } ?? scalars[...]
      let text = String(String.UnicodeScalarView(sentence.prefix(90)))
      return QuoteRecord(
        opinion: stored.id, field: .body, start: 0, end: text.unicodeScalars.count, text: text)
    }
  }
}
