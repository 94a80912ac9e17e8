import MinyiModel

/// Whether the concern grows: its last 91 days against the 91 before (环比) and, where the data reach back, against
/// the same days a year ago (同比).
///
/// Under the hypothesis of no change the cases of two windows fall binomially in proportion to all opinions of those
/// windows; p is the exact chance of as many in the last. value = max(0, 1 - 2p) for the weaker of the two
/// comparisons. With fewer than five cases it cannot be told: value 0.
struct Momentum: Criterion {
  let name = CriterionName.momentum
  static let fewest = 5

  func obstacle(in collection: CollectionFacts) -> Wording? {
    if !collection.hasTimes { return Wording("没有时间列", "there is no time column") }
    if collection.lastDay - collection.firstDay < 2 * CollectionFacts.windowDays {
      return Wording("时间跨度不足半年", "the data cover less than half a year")
    }
    return nil
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    var counts = [Int](repeating: 0, count: collection.windowCounts.count)
    for opinion in topic.opinions {
      if let window = opinion.day.flatMap(collection.window) { counts[window] += 1 }
    }
    let raw = Double(counts[0] - counts[1])
    guard counts[0] + counts[1] >= Momentum.fewest else {
      return Measure(
        raw: raw, unit: "cases", value: 0,
        reason: Wording("近两季不足 5 条，无法判断", "under 5 cases in two quarters: cannot tell"))
    }
    let (now, before) = (counts[0], counts[1])
    var value = growth(now, before, collection.windowCounts[0], collection.windowCounts[1])
    let reachesBack = collection.lastDay - collection.firstDay >= 5 * CollectionFacts.windowDays - 1
    let yearAgo = reachesBack ? counts[4] : nil
    if let yearAgo {
      value = min(value, growth(now, yearAgo, collection.windowCounts[0], collection.windowCounts[4]))
    }
    return Measure(
      raw: raw, unit: "cases", value: value,
      reason: reason(now: now, before: before, yearAgo: yearAgo))
  }

  private func reason(now: Int, before: Int, yearAgo: Int?) -> Wording {
    var wording = Wording(
      "近 91 天 \(now) 条，前 91 天 \(before) 条", "\(now) in the last 91 days, \(before) in the 91 before")
    if let yearAgo {
      wording.zh += "，去年同期 \(yearAgo) 条"
      wording.en += ", \(yearAgo) a year ago"
    }
    return wording
  }

  /// 1 - 2p, or 0: p is the chance of `now` or more of `now + before` cases in the later window.
  private func growth(_ now: Int, _ before: Int, _ allNow: Int, _ allBefore: Int) -> Double {
    guard now + before > 0, allNow > 0 else { return 0 }
    let share = Double(allNow) / Double(allNow + allBefore)
    return max(0, 1 - 2 * BinomialTail.atLeast(now, of: now + before, probability: share))
  }
}
