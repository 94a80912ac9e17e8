import MinyiAgenda
import MinyiModel
import Testing

struct DayRangeTests {
  @Test(arguments: [
    ("2024", "2024-01-01..2024-12-31"), ("2024-02", "2024-02-01..2024-02-29"),
    ("2023-2", "2023-02-01..2023-02-28"),
    ("2024-Q1", "2024-01-01..2024-03-31"), ("2024-q4", "2024-10-01..2024-12-31"),
    ("2024-02-29", "2024-02-29..2024-02-29"), ("2024-01..2024-06", "2024-01-01..2024-06-30"),
    ("2023..2024-03-05", "2023-01-01..2024-03-05"),
  ])
  func periodsAreRead(text: String, range: String) throws {
    #expect(try #require(DayRange(text)).description == range)
  }

  @Test(arguments: [
    "", "去年", "24", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-Q5", "2024-Q", "2024-01-01-01",
    "2024..",
    "..2024", "2024-06..2024-01", "2024-+1", "20240", "2024-1..2..3", "0000",
  ])
  func anythingElseIsNot(text: String) { #expect(DayRange(text) == nil, "\(text)") }

  @Test(arguments: [
    ("2025-01..2025-06", "2024-07-01..2024-12-31", "2024-01-01..2024-06-30"),
    ("2024-02", "2024-01-01..2024-01-31", "2023-02-01..2023-02-28"),
    ("2025", "2024-01-01..2024-12-31", "2024-01-01..2024-12-31"),
    ("2024-03-10..2024-03-19", "2024-02-29..2024-03-09", "2023-03-10..2023-03-19"),
    ("2024-02-29", "2024-02-28..2024-02-28", "2023-02-28..2023-02-28"),
  ])
  func theRangesBeforeAreAsOfficesCountThem(text: String, previous: String, yearBefore: String) throws {
    let range = try #require(DayRange(text))
    #expect(range.previous.description == previous)
    #expect(range.yearBefore.description == yearBefore)
  }

  @Test func rangesBeforeTouchAndDoNotOverlap() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let first = Int32(generator.next(below: 30_000))
      let range = try #require(DayRange(first: first, last: first + Int32(generator.next(below: 900))))
      #expect(range.previous.last == range.first - 1)
      #expect(abs(range.previous.dayCount - range.dayCount) <= 31)
      #expect(range.yearBefore.last < range.last && range.contains(range.suffix(3).first))
    }
  }
}
