/// How much larger a share is in one period than in another, with its exact 95 % interval and p-value.
///
/// Given n = `now` + `before` cases, `now` is binomial under the hypothesis of equal shares, with probability
/// allNow / (allNow + allBefore). The interval is Clopper and Pearson's (Biometrika 26, 1934) for that probability, turned
/// into a ratio; p is twice the smaller tail, at most 1.
public struct RateRatio: Sendable, Equatable {
  /// (now / allNow) / (before / allBefore); nil where `before` is 0.
  public var ratio: Double?
  /// The lower bound of the 95 % interval; 0 where `now` is 0.
  public var low: Double
  /// Nil where it has no upper bound.
  public var high: Double?
  /// Two-sided p-value of equal shares, 0...1.
  public var p: Double

  private static let halfAlpha = 0.025
  /// The interval is exact to 2^-50 of the probability.
  private static let steps = 50

  /// Nil without a case, or where one of the periods is empty. O(steps × cases).
  public init?(now: Int, before: Int, allNow: Int, allBefore: Int) {
    let n = now + before
    guard n > 0, allNow > 0, allBefore > 0 else { return nil }
    let odds = Double(allBefore) / Double(allNow)
    let share = Double(allNow) / Double(allNow + allBefore)
    ratio = before > 0 ? Double(now) / Double(before) * odds : nil
    let upper = BinomialTail.atLeast(now, of: n, probability: share)
    let lower = BinomialTail.atLeast(before, of: n, probability: 1 - share)
    p = min(1, 2 * min(upper, lower))
    let from =
      now == 0
      ? 0 : RateRatio.root { BinomialTail.atLeast(now, of: n, probability: $0) - RateRatio.halfAlpha }
    let to =
      before == 0
      ? 1 : RateRatio.root { BinomialTail.atLeast(now + 1, of: n, probability: $0) - 1 + RateRatio.halfAlpha }
    low = from / (1 - from) * odds
    high = before == 0 ? nil : to / (1 - to) * odds
  }

  /// Where a rising function of a probability crosses 0.
  private static func root(_ rising: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<steps {
      let middle = (low + high) / 2
      if rising(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
