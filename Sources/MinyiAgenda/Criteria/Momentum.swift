import MinyiModel

/// Whether the concern grows: its last 91 days against the 91 before (环比) and, where the data reach back, against
/// the same days a year ago (同比).
///
/// Under the hypothesis of no change the cases of two windows fall binomially in proportion to all opinions of those
/// windows; p is the exact chance of as many in the last. value = max(0, 1 - 2p) for the weaker of the two
/// comparisons. With fewer than `fewest` cases (five by default) it cannot be told: value 0.
struct Momentum: Criterion {
  let name = CriterionName.momentum
  var fewest = Int(CurveParameters().momentumFewest)

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
    let evidence: @Sendable () -> [OpinionID] = {
      topic.opinions.ids { opinion in opinion.day.flatMap(collection.window).map { $0 < 2 } ?? false }
    }
    guard counts[0] + counts[1] >= fewest else {
      return Measure(
        raw: raw, unit: "cases", value: 0, isKnown: false, evidence: evidence,
        reason: Wording(
          "近两季不足 \(fewest) 条，无法判断", "under \(fewest) cases in two quarters: cannot tell"))
    }
    let (now, before) = (counts[0], counts[1])
    let last = chance(now, before, collection.windowCounts[0], collection.windowCounts[1])
    let reachesBack = collection.lastDay - collection.firstDay >= 5 * CollectionFacts.windowDays - 1
    let yearAgo = reachesBack ? counts[4] : nil
    let lastYear = yearAgo.map { chance(now, $0, collection.windowCounts[0], collection.windowCounts[4]) }
    let value = max(0, 1 - 2 * max(last, lastYear ?? 0))
    return Measure(
      raw: raw, unit: "cases", value: value, evidence: evidence,
      reason: reason(now: now, before: (before, last), yearAgo: yearAgo, lastYear))
  }

  private func reason(now: Int, before: (count: Int, chance: Double), yearAgo: Int?, _ lastYear: Double?)
    -> Wording
  {
    var wording = Wording(
      "近 91 天 \(now) 条，前 91 天 \(before.count) 条（p = \(decimal(before.chance, 3))）",
      "\(now) in the last 91 days, \(before.count) in the 91 before (p = \(decimal(before.chance, 3)))")
    if let yearAgo, let lastYear {
      wording.zh += "，去年同期 \(yearAgo) 条（p = \(decimal(lastYear, 3))）"
      wording.en += ", \(yearAgo) a year ago (p = \(decimal(lastYear, 3)))"
    }
    return wording
  }

  /// The chance of `now` or more of `now + before` cases in the later window; 1 where there is nothing to compare.
  private func chance(_ now: Int, _ before: Int, _ allNow: Int, _ allBefore: Int) -> Double {
    guard now + before > 0, allNow > 0 else { return 1 }
    let share = Double(allNow) / Double(allNow + allBefore)
    return BinomialTail.atLeast(now, of: now + before, probability: share)
  }
}
