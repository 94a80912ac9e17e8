package import MinyiModel
package import MinyiStore

/// Gives the concerns of a new run the numbers under which people know them.
///
/// A new concern keeps the number of the one of whose opinions it holds more than half; of several, of the one it has most
/// opinions of, and the others have merged into it. A concern that has no number yet, and most of whose opinions come from
/// one old concern, was split from it. Numbers are never used again.
package struct ConcernLineage {
  /// The concern of every opinion in the run before.
  let previous: [OpinionID: ConcernID]
  /// The highest number that a concern ever had.
  let highest: Int32

  package init(previous: [OpinionID: ConcernID], highest: Int32) {
    self.previous = previous
    self.highest = highest
  }

  /// `result` with lasting numbers and what became of each concern. O(opinions).
  package func continued(_ result: RunResult) -> RunResult {
    guard !previous.isEmpty else { return result }
    // 1. opinions in common
    var shared: [ConcernID: [ConcernID: Int]] = [:]
    var newSizes: [ConcernID: Int] = [:]
    for assignment in result.assignments {
      guard let new = assignment.concern else { continue }
      newSizes[new, default: 0] += 1
      if let old = previous[assignment.opinion] { shared[new, default: [:]][old, default: 0] += 1 }
    }
    var oldSizes: [ConcernID: Int] = [:]
    for concern in previous.values { oldSizes[concern, default: 0] += 1 }
    // 2. numbers, in the order of the new concerns
    var numbers: [ConcernID: ConcernID] = [:]
    var changes: [ConcernChange] = []
    var living: Set<ConcernID> = []
    var next = highest
    for new in result.concerns.map(\.id) {
      let origins = (shared[new] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let held = origins.filter { 2 * $0.value > oldSizes[$0.key, default: 0] }.map(\.key)
      living.formUnion(held)
      if let number = held.first {
        numbers[new] = number
        changes += held.dropFirst().map { ConcernChange(.merged, $0, number) }
        continue
      }
      next += 1
      let number = ConcernID(rawValue: next)
      numbers[new] = number
      let isPart = origins.first.map { 2 * $0.value > newSizes[new, default: 0] } ?? false
      changes.append(isPart ? ConcernChange(.split, number, origins[0].key) : ConcernChange(.born, number))
    }
    changes += oldSizes.keys.filter { !living.contains($0) }.sorted().map { ConcernChange(.ended, $0) }
    // 3. the same results under those numbers
    var continued = result
    for i in continued.concerns.indices {
      continued.concerns[i].id = numbers[result.concerns[i].id] ?? result.concerns[i].id
    }
    continued.concerns.sort { $0.id < $1.id }
    for i in continued.assignments.indices {
      continued.assignments[i].concern = result.assignments[i].concern.flatMap { numbers[$0] }
    }
    continued.changes = changes
    return continued
  }
}
