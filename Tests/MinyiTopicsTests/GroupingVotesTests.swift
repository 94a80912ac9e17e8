import MinyiModel
import MinyiTopics
import Testing

@Suite struct GroupingVotesTests {
  private func grouping(_ count: Int, k: Int, _ random: inout SplitMix64) -> [Int] {
    (0..<count).map { $0 < k ? $0 : random.next(below: k) }
  }

  /// The same grouping under other names is the same vote.
  @Test(arguments: 1...20) func namesDoNotMatter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let k = 2 + random.next(below: 18)
    let first = grouping(200, k: k, &random)
    var names = Array(0..<k)
    for i in stride(from: k - 1, to: 0, by: -1) { names.swapAt(i, random.next(below: i + 1)) }
    let renamed = first.map { names[$0] }
    #expect(GroupingVotes.names(of: renamed, after: first, k: k) == (0..<k).map { names.firstIndex(of: $0) })
    let shares = GroupingVotes([first, renamed], k: k).shares
    for (d, group) in first.enumerated() {
      for c in 0..<k { #expect(shares[d, c] == (c == group ? 1 : 0)) }
    }
  }

  /// Every group gets one name, every text as many votes as there are groupings.
  @Test(arguments: 1...20) func allVotesAreCounted(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let k = 2 + random.next(below: 9)
    let groupings = (0..<4).map { _ in grouping(60, k: k, &random) }
    for other in groupings {
      #expect(GroupingVotes.names(of: other, after: groupings[0], k: k).sorted() == Array(0..<k))
    }
    let shares = GroupingVotes(groupings, k: k).shares
    for d in 0..<60 { #expect((0..<k).reduce(0) { $0 + shares[d, $1] } == 1) }
  }

  @Test func mostTextsInCommonGoFirst() {
    // Group 1 shares three texts with the first's 0, group 0 two: 0 takes what is left.
    #expect(GroupingVotes.names(of: [1, 1, 1, 0, 0, 1], after: [0, 0, 0, 0, 0, 1], k: 2) == [1, 0])
    // A group without texts takes what nobody wants.
    #expect(GroupingVotes.names(of: [0, 0], after: [1, 1], k: 2) == [1, 0])
  }
}
