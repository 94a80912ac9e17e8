import MinyiAgenda
import MinyiModel
import Testing

struct PersistenceTests {
  /// The measure of opinions on these days, answered on `replies`.
  private func persistence(_ days: [(Int, Int, Int)], replies: [Int32] = []) throws -> Measure {
    var opinions = try days.map { year, month, day in
      let time = try #require(CivilTime(year: year, month: month, day: day))
      var opinion = OpinionFacts(text: 1, similarity: 1)
      opinion.day = Int32(time.dayNumber)
      return opinion
    }
    for (i, day) in replies.enumerated() {
      opinions[i].replyDay = day
    }
    return try #require(measure(.persistence, of: opinions))
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Int32 {
    Int32(try #require(CivilTime(year: year, month: month, day: day)).dayNumber)
  }

  @Test func monthsCountNotPosts() throws {
    for (months, expected) in [(1, 0.0), (4, 0.5), (7, 0.75), (10, 0.875)] {
      // Two posts in each of consecutive months, over a new year.
      let days = (0..<months).flatMap { m in [1, 28].map { (2023 + (m + 6) / 12, (m + 6) % 12 + 1, $0) } }
      let found = try persistence(days)
      #expect(abs(found.value - expected) < 1e-9 && found.raw == Double(months), "\(months) months")
    }
  }

  @Test func aReturnAfterTwoSilentMonthsAddsAQuarterOfTheRest() throws {
    // Two months give 1 - 2^(-1/3) = .2063.
    let base = 0.2063
    #expect(abs(try persistence([(2024, 1, 31), (2024, 2, 1)]).value - base) < 1e-4)
    #expect(abs(try persistence([(2024, 1, 5), (2024, 3, 5)]).value - base) < 1e-4)
    let returned = try persistence([(2024, 1, 31), (2024, 4, 1)])
    #expect(abs(returned.value - (base + (1 - base) / 4)) < 1e-4)
    #expect(returned.reason.en.contains("back after silence") && returned.reason.zh.contains("沉寂后再现"))
    // Over a new year too.
    let winter = try persistence([(2023, 11, 30), (2024, 2, 1)])
    #expect(abs(winter.value - returned.value) < 1e-9)
  }

  @Test func anOpinionLongAfterTheFirstReplyAddsAQuarterOfTheRest() throws {
    let days = [(2024, 1, 10), (2024, 2, 20)]
    let base = 0.2063
    let late = try persistence(days, replies: [try day(2024, 1, 20)])
    #expect(abs(late.value - (base + (1 - base) / 4)) < 1e-4)
    #expect(late.reason.en.contains("after a reply"))
    // 30 days after the reply it may have been under way; one day more is a return.
    #expect(abs(try persistence(days, replies: [try day(2024, 1, 21)]).value - base) < 1e-4)
    // The first reply counts.
    let replies = [try day(2024, 2, 25), try day(2024, 1, 20)]
    #expect(abs(try persistence(days, replies: replies).value - late.value) < 1e-9)
    // Both returns: a quarter of the rest, then a quarter of what is left.
    let both = try persistence([(2024, 1, 10), (2024, 5, 20)], replies: [try day(2024, 1, 20)])
    #expect(abs(both.value - (1 - (1 - base) * 0.75 * 0.75)) < 1e-4)
  }

  @Test func opinionsWithoutADayAreNoMonth() throws {
    let found = try #require(measure(.persistence, of: people(5)))
    #expect(found.raw == 0 && found.value == 0)
  }

  @Test func daysBefore1970AreMonthsToo() throws {
    #expect(try persistence([(1969, 11, 2), (1969, 12, 31), (1970, 1, 1), (1970, 2, 1)]).raw == 4)
  }
}
