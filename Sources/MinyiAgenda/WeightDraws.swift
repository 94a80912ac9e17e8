import MinyiModel

/// How often a topic stays on the list when every weight moves by half, up or down.
///
/// Each draw multiplies every weight by a number of its own, even in 0.5...1.5. Seeded.
struct WeightDraws {
  var draws: Int
  var list: TopicList
  var seed: UInt64 = 20_240_102
  var threads: ParallelChunks

  private static let chunkSize = 10

  /// The share of draws in which each of `topics`, given by rank, is on the list. O(draws × topics × criteria), and a
  /// sort each where themes have a quota.
  func shares(of topics: [Topic], lens: Lens) -> [Double] {
    let weights = topics.first?.criteria.map(\.weight) ?? []
    let values = topics.flatMap { $0.criteria.map(\.measure.value) }
    let firsts = topics.map { lens.key(of: $0) }
    let themes = topics.map { $0.theme?.rawValue }
    let lists = threads.map(count: draws, chunkSize: WeightDraws.chunkSize) { range in
      range.map { draw in
        var random = SplitMix64(seed: seed &+ UInt64(draw) &* 1_000_003)
        let drawn = weights.map { $0 * (0.5 + random.nextUnit()) }
        let keys = topics.indices.map { i in
          var score = 0.0
          for (c, weight) in drawn.enumerated() { score += weight * values[i * drawn.count + c] }
          return RankKey(first: firsts[i], second: score)
        }
        return chosen(keys, themes)
      }
    }
    var counts = [Int](repeating: 0, count: topics.count)
    for position in lists.joined().joined() { counts[position] += 1 }
    return counts.map { Double($0) / Double(max(1, draws)) }
  }

  /// The positions on the list; equal keys in the order they have.
  private func chosen(_ keys: [RankKey], _ themes: [Int32?]) -> [Int] {
    if list.quota != nil {
      let sorted = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1 }
      return Array(list.arranged(sorted) { themes[$0] }.prefix(list.count))
    }
    var best: [Int] = []
    best.reserveCapacity(list.count + 1)
    for i in keys.indices {
      if best.count == list.count, let last = best.last, !(keys[i] > keys[last]) { continue }
      // Behind all that are as good: they came first.
      var place = best.count
      while place > 0, keys[i] > keys[best[place - 1]] { place -= 1 }
      best.insert(i, at: place)
      if best.count > list.count { best.removeLast() }
    }
    return best
  }
}
