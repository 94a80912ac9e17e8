import MinyiAgenda
import MinyiModel
import MinyiStore

extension Workspace {
  /// What became of the concerns of the last run from one period to another, see `ChangeJudge`.
  ///
  /// Throws a `MinyiError` where no opinion has a date, where the periods overlap, and for unknown concerns.
  public func comparison(_ options: ComparisonOptions = ComparisonOptions()) throws -> ComparisonDocument {
    let results = try results()
    let facts = try TopicFactsReader(store: store, threads: threads).allFacts(of: results)
    guard let data = DayRange(of: facts.opinions) else {
      throw MinyiError("意见都没有日期，不能按时段比较。(no opinion has a date)", exitCode: 65)
    }
    for id in options.concerns where !facts.topics.contains(where: { $0.concern == id }) {
      throw MinyiError.unknownConcern("\(id.rawValue)")
    }
    let (now, before) = try options.ranges(in: data)
    var judge = ChangeJudge(
      now: CaseCounts(facts.opinions, within: now), before: CaseCounts(facts.opinions, within: before))
    judge.threads = threads
    let changes = judge.judged(facts.topics.map { TopicChange($0, now: now, before: before) })
    return ComparisonDocument(
      now: .init(judge.now, now), before: .init(judge.before, before),
      undated: facts.opinions.count { $0.day == nil },
      changes: changes.filter { options.concerns.isEmpty || options.concerns.contains($0.concern) },
      themes: results.themes)
  }

  /// What became of the concerns of `earlier`, another workspace, in this one.
  ///
  /// Concerns that `ConcernMatcher` takes for the same are compared; the others are new, or gone. O(texts of both).
  public func comparison(with earlier: Workspace) throws -> ComparisonDocument {
    let (own, theirs) = (try results(), try earlier.results())
    let ownFacts = try TopicFactsReader(store: store, threads: threads).allFacts(of: own)
    let theirFacts = try TopicFactsReader(store: earlier.store, threads: threads).allFacts(of: theirs)
    let matches = try ConcernMatcher(now: self, before: earlier).matches(of: own, theirs)
    var judge = ChangeJudge(
      now: CaseCounts(ownFacts.opinions, within: nil), before: CaseCounts(theirFacts.opinions, within: nil))
    judge.threads = threads
    let theirCounts = Dictionary(
      uniqueKeysWithValues: theirFacts.topics.map { ($0.concern, CaseCounts($0.opinions, within: nil)) })
    let compared = ownFacts.topics.map { topic in
      let other = matches[topic.concern]
      return TopicChange(
        concern: topic.concern, label: topic.label, theme: topic.theme,
        now: CaseCounts(topic.opinions, within: nil),
        before: other.flatMap { theirCounts[$0] } ?? CaseCounts(), other: other)
    }
    let matched = Set(matches.values)
    // Their numbers are not ours: a concern that is gone keeps its number there, and theirs comes first.
    let gone = theirFacts.topics.filter { !matched.contains($0.concern) }.map { topic in
      TopicChange(
        concern: topic.concern, label: topic.label, theme: nil, now: CaseCounts(),
        before: CaseCounts(topic.opinions, within: nil), other: topic.concern)
    }
    return ComparisonDocument(
      now: .init(judge.now, nil), before: .init(judge.before, nil), undated: 0,
      changes: judge.judged(compared + gone), themes: own.themes)
  }
}

extension DayRange {
  /// The days of the first and the last of `opinions`; nil where none has a date.
  init?(of opinions: [OpinionFacts]) {
    let days = opinions.lazy.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    self.init(first: first, last: last)
  }
}
