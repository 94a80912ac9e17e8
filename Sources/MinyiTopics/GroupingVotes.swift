/// What several groupings of the same texts say together: each text's shares of the groups, by votes.
///
/// Groups of a grouping take the names of the first grouping's groups, pair by pair, by most texts in common. Source of the
/// vote: Dimitriadou, Weingessel and Hornik, "A combination scheme for fuzzy clustering", IJPRAI 16 (2002).
package struct GroupingVotes: Sendable {
  /// Row d: the share of the groupings that put text d into each group.
  package let shares: ColumnBlocks

  /// - Parameter groupings: of the same texts, values in 0..<k; not empty. O(groupings × (texts + k³)).
  package init(_ groupings: [[Int]], k: Int) {
    var shares = ColumnBlocks(rows: groupings[0].count, columns: k)
    let vote = 1 / Float(groupings.count)
    for grouping in groupings {
      let names = GroupingVotes.names(of: grouping, after: groupings[0], k: k)
      for (d, group) in grouping.enumerated() { shares[d, names[group]] += vote }
    }
    self.shares = shares
  }

  /// By group of `grouping` the group of `first` that it is called after; of equal overlaps the smaller numbers go first.
  package static func names(of grouping: [Int], after first: [Int], k: Int) -> [Int] {
    var overlaps = [Int](repeating: 0, count: k * k)
    for (own, other) in zip(grouping, first) { overlaps[own * k + other] += 1 }
    var names = [Int](repeating: -1, count: k)
    var isTaken = [Bool](repeating: false, count: k)
    for pair in overlaps.indices.sorted(by: { (overlaps[$1], $0) < (overlaps[$0], $1) })
    where names[pair / k] < 0 && !isTaken[pair % k] {
      names[pair / k] = pair % k
      isTaken[pair % k] = true
    }
    return names
  }
}
