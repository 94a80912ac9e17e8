import MinyiModel
import MinyiStore

/// The themes or the concerns of a run, as groups of opinions.
struct OpinionGrouping {
  /// A theme or a concern.
  struct Group {
    var id: Int
    var label: String
    /// Key terms, heaviest first.
    var terms: [String]
  }

  let kind: GroupingKind
  /// By their number in the run.
  let groups: [Group]
  /// By opinion, the place in `groups`; absent: in none.
  private let groupOf: [OpinionID: Int]

  init(_ kind: GroupingKind, of results: RunResult) {
    self.kind = kind
    let isTheme = kind == .theme
    groups =
      isTheme
      ? results.themes.map { Group(id: Int($0.id.rawValue), label: $0.label, terms: $0.terms.map(\.term)) }
      : results.concerns.map { Group(id: Int($0.id.rawValue), label: $0.label, terms: $0.terms.map(\.term)) }
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groupOf: [OpinionID: Int] = [:]
    for assignment in results.assignments {
      let id = isTheme ? assignment.theme?.rawValue : assignment.concern?.rawValue
      groupOf[assignment.opinion] = id.flatMap { places[Int($0)] }
    }
    self.groupOf = groupOf
  }

  /// Opinions in each group.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groups.count)
    for place in groupOf.values { sizes[place] += 1 }
    return sizes
  }

  /// The group of each of `opinions`, numbered from 0, and how many are in none.
  ///
  /// Numbers from `groups.count` stand for those: what is in no concern resembles nothing, so each is on its own; what
  /// is in no theme has no words, so all are together.
  func numbers(of opinions: [OpinionID]) -> (numbers: [Int], unassigned: Int) {
    var unassigned = 0
    let numbers = opinions.map { opinion in
      if let place = groupOf[opinion] { return place }
      unassigned += 1
      return groups.count + (kind == .concern ? unassigned - 1 : 0)
    }
    return (numbers, unassigned)
  }
}
