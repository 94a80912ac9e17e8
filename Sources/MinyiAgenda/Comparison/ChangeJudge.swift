public import MinyiModel

/// Says of concerns in two periods which rose, fell, came, went.
///
/// Counted are people, so that one person's many posts are one case. Shares of all people of each period are compared, so
/// that a busier period does not raise every concern. A rise or fall is told where the exact test (`RateRatio`) stays
/// significant at a false discovery rate of 5 % among all concerns with enough cases (`FalseDiscoveryRate`).
public struct ChangeJudge: Sendable {
  /// All people and posts of the later period or workspace, those of no concern too.
  public var now: CaseCounts
  /// All people and posts of the earlier period or workspace, those of no concern too.
  public var before: CaseCounts
  /// People in both periods together below which a change cannot be told.
  public var fewest = 5
  /// The share of told rises and falls that may be chance.
  public var falseDiscoveryRate = FalseDiscoveryRate()
  /// Threads that may work at once. No result depends on it.
  public var threads = ParallelChunks(threadCount: 1)

  /// The counts of all opinions in the two periods.
  public init(now: CaseCounts, before: CaseCounts) {
    self.now = now
    self.before = before
  }

  /// `changes` judged: kind by kind in the order of `ChangeKind`, the largest shift of people first. Those in neither period
  /// are left out.
  public func judged(_ changes: [TopicChange]) -> [TopicChange] {
    // 1. count and test
    let present = changes.filter { $0.now.posts + $0.before.posts > 0 }
    var judged = threads.map(count: present.count, chunkSize: 64) { range in
      range.map { tested(present[$0]) }
    }.flatMap { $0 }
    // 2. the largest p that the false discovery rate allows
    let limit = falseDiscoveryRate.limit(of: judged.filter { hasEnough($0) }.compactMap(\.ratio?.p))
    // 3. name and order
    for i in judged.indices { judged[i].kind = kind(of: judged[i], limit: limit) }
    let order = Dictionary(uniqueKeysWithValues: ChangeKind.allCases.enumerated().map { ($1, $0) })
    return judged.sorted { a, b in
      let (left, right) = (order[a.kind] ?? 0, order[b.kind] ?? 0)
      if left != right { return left < right }
      let (shift, other) = (a.excess.magnitude, b.excess.magnitude)
      return shift != other ? shift > other : a.concern < b.concern
    }
  }

  private func tested(_ change: TopicChange) -> TopicChange {
    var change = change
    change.ratio = RateRatio(
      now: change.now.people, before: change.before.people, allNow: now.people, allBefore: before.people)
    let scale = before.people > 0 ? Double(now.people) / Double(before.people) : 1
    change.excess = Double(change.now.people) - Double(change.before.people) * scale
    return change
  }

  private func hasEnough(_ change: TopicChange) -> Bool { change.now.people + change.before.people >= fewest }

  private func kind(of change: TopicChange, limit: Double) -> ChangeKind {
    if change.before.posts == 0, !change.isBetween { return change.isOlder ? .returned : .new }
    if change.now.posts == 0 { return .gone }
    guard hasEnough(change), let p = change.ratio?.p else { return .unknown }
    if p > limit { return .steady }
    return change.excess > 0 ? .risen : .fallen
  }
}
