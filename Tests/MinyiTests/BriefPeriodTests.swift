import Minyi
import Testing

@Suite struct BriefPeriodTests {
  @Test(arguments: [
    ("2025-06", "2025-06"), ("2025-6", "2025-06"), ("2025-12", "2025-12"), ("2025-Q2", "2025-Q2"),
    ("2025-q4", "2025-Q4"), ("2025", "2025"),
  ]) func aPeriodIsNamedAsItIsRead(_ text: String, _ name: String) throws {
    let period = try #require(BriefPeriod(text))
    #expect(period.name == name)
    #expect(BriefPeriod(period.name) == period)
  }

  @Test(arguments: [
    "", "25", "2025-", "2025-0", "2025-13", "2025-006", "2025-Q0", "2025-Q5", "2025-Q", "2025-06-01", "0000",
    "２０２５", "abcd", "2025-ab", "-2025", "2025--6",
  ]) func whatIsNoPeriodIsNone(_ text: String) {
    #expect(BriefPeriod(text) == nil)
  }

  @Test func consecutivePeriodsHaveConsecutiveNumbers() throws {
    for (first, second) in [("2024-12", "2025-01"), ("2024-Q4", "2025-Q1"), ("2024", "2025")] {
      let (before, after) = (try #require(BriefPeriod(first)), try #require(BriefPeriod(second)))
      #expect(after.number == before.number + 1 && after.kind == before.kind)
    }
  }
}
