import MinyiModel
import MinyiStore

extension Workspace {
  /// The opinions that match `query`, the best by BM25 first, equal ones by id.
  ///
  /// The first search after an import brings the index up to date, a few thousand texts at a time: two minutes or so for
  /// a million opinions, nothing where there is nothing new. Where another process writes all the while, what is indexed
  /// is searched, and `unindexed` tells how many opinions are not. Depends on the opinions and the query only, except for
  /// which matches are ranked where there are more than `rankedMatches`: then the order of imports may have a part in it.
  ///
  /// Throws a `MinyiError` (66) for a concern or theme that does not exist.
  public func search(
    _ query: SearchQuery, _ options: SearchOptions = SearchOptions(), progress: ProgressHandler? = nil
  ) throws -> SearchDocument {
    let unindexed = try updateIndex(progress)
    let found = try store.search(
      SearchRequest(
        condition: query.condition, opinions: try opinions(of: query.groups), top: options.top,
        limit: options.rankedMatches))
    let marker = SearchMarker(query)
    let scores = Dictionary(uniqueKeysWithValues: found.best.map { ($0.opinion, $0.score) })
    let results = try store.opinions(found.best.map(\.opinion)).map { stored in
      let title = marker.marks(in: stored.opinion.title, .title)
      let body = marker.marks(in: stored.opinion.body, .body)
      return SearchDocument.Result(
        stored.opinion, score: scores[stored.id] ?? 0, title: title.text, body: body.text,
        marks: title.marks + body.marks)
    }
    return SearchDocument(
      query: query.text, matches: found.count, isCut: found.isCut, unindexed: unindexed, results: results)
  }

  /// Brings the search index up to the opinions; the number of those that could not be indexed.
  private func updateIndex(_ progress: ProgressHandler?) throws -> Int {
    do {
      try store.updateSearchIndex { done, total in
        try Task.checkCancellation()
        progress?(Progress(step: .index, completed: done, total: total))
      }
      return 0
    } catch let error as StoreError {
      guard case .busy = error else { throw error }
      let count = try store.unindexedCount()
      if count > 0, try count == opinionCount() { throw error }
      return count
    }
  }

  /// The opinions of all of `groups`; nil where there are none.
  private func opinions(of groups: [SearchQuery.Group]) throws -> Set<OpinionID>? {
    var opinions: Set<OpinionID>?
    for group in groups {
      let members = try self.opinions(of: group)
      opinions = opinions?.intersection(members) ?? members
    }
    return opinions
  }

  private func opinions(of group: SearchQuery.Group) throws -> Set<OpinionID> {
    if case .concern(let concern) = group, try edits().isEmpty {
      let members = try store.opinions(ofConcern: concern)
      if !members.isEmpty { return members }
    }
    let results = try results()
    switch group {
    case .concern(let concern):
      guard results.concerns.contains(where: { $0.id == concern }) else {
        throw MinyiError.unknownConcern("\(concern.rawValue)")
      }
      return Set(results.assignments.lazy.filter { $0.concern == concern }.map(\.opinion))
    case .theme(let name):
      let themes = results.themes.filter { Int32(name) == $0.id.rawValue || $0.label.contains(name) }
      if themes.isEmpty {
        throw MinyiError(
          "没有编号或名称为“\(name)”的主题。(no theme has this number or name)", exitCode: 66)
      }
      let ids = Set(themes.map(\.id))
      return Set(results.assignments.lazy.filter { $0.theme.map(ids.contains) ?? false }.map(\.opinion))
    }
  }
}
