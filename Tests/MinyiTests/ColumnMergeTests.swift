import Minyi
import Testing

struct ColumnMergeTests {
  /// True if the elements of `list` come in their order in `order`.
  private func agrees(_ order: [Int], with list: [Int]) -> Bool {
    let places = list.map { order.firstIndex(of: $0) ?? -1 }
    return !places.contains(-1) && places == places.sorted()
  }

  @Test func partsOfOneOrderComeBackInIt() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let whole = Array(0..<random.next(below: 12)).shuffled(using: &random)
      let lists = (0..<random.next(below: 8)).map { _ in
        whole.filter { _ in random.next(below: 3) > 0 }
      }
      let merged = ColumnMerge.merged(lists)
      #expect(Set(merged) == Set(lists.joined()) && merged.count == Set(merged).count)
      for list in lists { #expect(agrees(merged, with: list), "\(lists) gave \(merged)") }
    }
  }

  @Test func contradictionsGoByWhatIsSeenFirst() {
    #expect(ColumnMerge.merged([["b", "a"], ["a", "b"]]) == ["b", "a"])
    #expect(ColumnMerge.merged([["c"], ["a", "b"], ["b", "a"]]) == ["c", "a", "b"])
    #expect(ColumnMerge.merged([[String]]()) == [])
    #expect(ColumnMerge.merged([["a", "a"]]) == ["a"])
  }
}
