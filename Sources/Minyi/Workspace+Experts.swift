public import MinyiAgenda
import MinyiModel
public import MinyiStore

extension Workspace {
  /// For each of `topics` at most three of `experts`, best first, see `ExpertMatcher`. O(texts of all concerns, at most 50 each).
  public func proposals(for topics: [Topic], of results: RunResult, among experts: [Expert]) throws
    -> [[ExpertProposal]]
  {
    let analyzers = try AnalyzerPool(dictionaries: dictionaries)
    let matcher = try ExpertMatcher(
      experts, departments: dictionaries.signalWords.departments, analyzers: analyzers)
    // 1. the nearest texts of every concern, equal ones once
    var members: [ConcernID: [AssignmentRecord]] = [:]
    for assignment in results.assignments {
      guard let concern = assignment.concern, members[concern]?.last?.document != assignment.document else {
        continue
      }
      members[concern, default: []].append(assignment)
    }
    let concerns = members.keys.sorted()
    let read = concerns.map { concern in
      (members[concern] ?? []).sorted {
        ($1.similarity ?? 0, $0.document) < ($0.similarity ?? 0, $1.document)
      }.prefix(ExpertMatcher.readTexts).map(\.opinion)
    }
    // 2. the share of them that has each word
    let shares = try threads.map(count: concerns.count, chunkSize: 64) { range in
      try analyzers.withAnalyzer { analyzer in
        try range.map { i in
          var counts: [Int: Double] = [:]
          let texts = try store.texts(of: read[i])
          for text in texts {
            for word in matcher.found(in: text, analyzer) { counts[word, default: 0] += 1 }
          }
          return counts.mapValues { $0 / Double(texts.count) }
        }
      }
    }.flatMap { $0 }
    // 3. who knows about what
    return matcher.proposals(
      for: topics, Dictionary(uniqueKeysWithValues: zip(concerns, shares)))
  }
}
