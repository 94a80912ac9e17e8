/// The cheapest way through a run of characters, stated plainly: every word that ends at a place is tried, those
/// that begin first come first, and a later one must be cheaper.
struct NaiveLattice {
  static let longestWord = 20
  /// Of one character that is no word.
  static let unknownCost = 255

  /// Words that cost more than a character of none are allowed.
  var costs: [[UInt16]: Int]

  func path(_ run: [UInt16]) -> (ends: [Int], cost: Int) {
    var best: [(cost: Int, start: Int)?] = [(0, 0)]
    for end in stride(from: 1, through: run.count, by: 1) {
      best.append(nil)
      for start in max(0, end - NaiveLattice.longestWord)..<end {
        let listed = costs[Array(run[start..<end])]
        guard let before = best[start],
          let cost = listed ?? (end - start == 1 ? NaiveLattice.unknownCost : nil)
        else { continue }
        if let found = best[end], found.cost <= before.cost + cost { continue }
        best[end] = (before.cost + cost, start)
      }
    }
    var ends: [Int] = []
    var end = run.count
    while end > 0, let last = best[end] {
      ends.insert(end, at: 0)
      end = last.start
    }
    return (ends, best[run.count]?.cost ?? -1)
  }
}
