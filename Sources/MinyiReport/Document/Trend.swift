/// Opinions by period, from the first period of the collection to its last, silent ones included.
public struct Trend: Sendable, Equatable {
  /// `2025-06`, `2025-Q2` or `2025`, consecutive.
  public var periods: [String]
  /// As many as `periods`.
  public var counts: [Int]
  /// Periods in a year: 12, 4 or 1.
  public var periodsPerYear: Int
  /// Opinions without a date.
  public var undated: Int
  /// False where the collection ends before its last period does.
  public var isLastWhole: Bool

  /// A trend; `counts` must be as many as `periods`.
  public init(periods: [String], counts: [Int], periodsPerYear: Int, undated: Int, isLastWhole: Bool) {
    self.periods = periods
    self.counts = counts
    self.periodsPerYear = periodsPerYear
    self.undated = undated
    self.isLastWhole = isLastWhole
  }

  /// A period beside the one before it and the same one of the year before.
  public struct Comparison: Sendable, Equatable {
    /// One of `periods`.
    public var period: String
    /// Opinions, copies included.
    public var count: Int
    /// 环比: nil for the first period.
    public var before: Int?
    /// 同比: nil where the collection does not reach back.
    public var yearAgo: Int?

    /// A period with the counts that it compares to.
    public init(period: String, count: Int, before: Int?, yearAgo: Int?) {
      self.period = period
      self.count = count
      self.before = before
      self.yearAgo = yearAgo
    }
  }

  /// The last whole period with what it compares to; nil where no opinion has a date.
  public var comparison: Comparison? {
    var last = counts.count - 1
    if !isLastWhole, last > 0 { last -= 1 }
    guard last >= 0 else { return nil }
    return Comparison(
      period: periods[last], count: counts[last], before: last > 0 ? counts[last - 1] : nil,
      yearAgo: last >= periodsPerYear ? counts[last - periodsPerYear] : nil)
  }
}
