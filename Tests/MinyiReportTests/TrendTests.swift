import MinyiReport
import Testing

@Suite struct TrendTests {
  private func trend(_ counts: [Int], perYear: Int = 12, isLastWhole: Bool = true) -> Trend {
    Trend(
      periods: counts.indices.map { "p\($0)" }, counts: counts, periodsPerYear: perYear, undated: 0,
      isLastWhole: isLastWhole)
  }

  @Test func theLastWholePeriodIsCompared() {
    #expect(trend([]).comparison == nil)
    #expect(trend([4]).comparison == .init(period: "p0", count: 4, before: nil, yearAgo: nil))
    #expect(trend([4, 5]).comparison == .init(period: "p1", count: 5, before: 4, yearAgo: nil))
    #expect(
      trend([4, 5, 1], isLastWhole: false).comparison
        == .init(period: "p1", count: 5, before: 4, yearAgo: nil))
    #expect(
      trend([1, 2, 3, 4, 5], perYear: 4).comparison == .init(period: "p4", count: 5, before: 4, yearAgo: 1))
    // A collection of one period that is not whole has nothing else.
    #expect(trend([7], isLastWhole: false).comparison?.count == 7)
  }

  @Test(arguments: [
    (30, 20, "+50%"), (10, 20, "−50%"), (20, 20, "持平"), (0, 10, "−100%"), (3, 9, "−6 条"), (5, 0, "+5 条"),
    (0, 0, "持平"),
  ]) func smallNumbersHaveNoPercentage(now: Int, before: Int, text: String) {
    #expect(Change.text(now, from: before, .zh) == text)
  }
}
