import MinyiModel
import Testing

/// The calendar against one that walks day by day.
struct CivilTimeTests {
  /// A day of the walk.
  private struct Day {
    var year: Int
    var month: Int
    var day: Int
    /// Days since 1970-01-01.
    var number: Int
  }

  /// Every day of 1900 to 2100, counted one by one from 1 January 1900, 25,567 days before 1970.
  private static let walk: [Day] = {
    var days: [Day] = []
    var number = -25_567
    for year in 1900...2100 {
      // 1900 and 2100 are no leap years, 2000 is one: the rule written out for this span.
      let isLeap = year % 4 == 0 && year != 1900 && year != 2100
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...length {
          days.append(Day(year: year, month: month + 1, day: day, number: number))
          number += 1
        }
      }
    }
    return days
  }()

  @Test func daysAreThoseOfAWalkThroughTheCalendar() throws {
    for expected in Self.walk {
      let time = try #require(CivilTime(year: expected.year, month: expected.month, day: expected.day))
      let date = time.date
      #expect(
        time.dayNumber == expected.number && time.seconds == Int64(expected.number) * 86_400, "\(expected)")
      #expect(
        date.year == expected.year && date.month == expected.month && date.day == expected.day, "\(expected)")
      #expect(time.monthNumber == expected.year * 12 + expected.month - 1, "\(expected)")
    }
  }

  @Test func theWalkEndsWhereItShould() {
    // 201 years with 49 leap days.
    #expect(Self.walk.count == 201 * 365 + 49)
    #expect(Self.walk.first { $0.number == 0 }.map { [$0.year, $0.month, $0.day] } == [1970, 1, 1])
  }

  @Test func daysThatAreNotInTheCalendarAreNil() {
    let known = Set(Self.walk.map { [$0.year, $0.month, $0.day] })
    for year in [1900, 1969, 1970, 1999, 2000, 2004, 2023, 2024, 2100] {
      for month in -1...14 {
        for day in -1...33 {
          let time = CivilTime(year: year, month: month, day: day)
          #expect((time != nil) == known.contains([year, month, day]), "\(year)-\(month)-\(day)")
        }
      }
    }
  }

  @Test func yearsReachFromOneTo9999() {
    #expect(CivilTime(year: 0, month: 12, day: 31) == nil)
    #expect(CivilTime(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilTime(year: 1, month: 1, day: 1)?.dayNumber == -719_162)
    #expect(CivilTime(year: 9999, month: 12, day: 31)?.dayNumber == 2_932_896)
  }

  @Test func everySecondOfADayGivesBackItsParts() throws {
    // Before and after 1970: the day of a time is the day it was made of, whatever the time of day.
    for (year, month, day) in [(1969, 12, 31), (1970, 1, 1), (1905, 3, 1), (2024, 2, 29)] {
      let midnight = try #require(CivilTime(year: year, month: month, day: day))
      for second in stride(from: 0, to: 86_400, by: 7) {
        let time = try #require(
          CivilTime(
            year: year, month: month, day: day, hour: second / 3600, minute: second / 60 % 60,
            second: second % 60))
        #expect(time.seconds == midnight.seconds + Int64(second))
        #expect(time.date == midnight.date && time.dayNumber == midnight.dayNumber, "\(year) + \(second) s")
      }
    }
  }

  @Test func timesThatAreOnNoClockAreNil() {
    func time(_ hour: Int, _ minute: Int, _ second: Int) -> CivilTime? {
      CivilTime(year: 2024, month: 5, day: 6, hour: hour, minute: minute, second: second)
    }
    #expect(time(23, 59, 59) != nil)
    // A leap second is the first second of the next day.
    #expect(time(23, 59, 60) == CivilTime(year: 2024, month: 5, day: 7))
    for (hour, minute, second) in [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 61), (0, 0, -1)] {
      #expect(time(hour, minute, second) == nil, "\(hour):\(minute):\(second)")
    }
  }

  @Test func orderIsThatOfTheSeconds() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1000 {
      let a = CivilTime(seconds: Int64(random.next(below: 9_000)) - 4_500)
      let b = CivilTime(seconds: Int64(random.next(below: 9_000)) - 4_500)
      #expect((a < b) == (a.seconds < b.seconds) && (a == b) == (a.seconds == b.seconds))
    }
  }

  @Test func textIsTheDayAndTheTimeWhereThereIsOne() throws {
    let table: [(CivilTime?, String)] = [
      (CivilTime(year: 2025, month: 1, day: 2), "2025-01-02"),
      (CivilTime(year: 2025, month: 1, day: 2, hour: 8, minute: 5), "2025-01-02 08:05:00"),
      (CivilTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 58), "1969-12-31 23:59:58"),
      (CivilTime(year: 33, month: 4, day: 3), "0033-04-03"),
    ]
    for (time, text) in table { #expect(try #require(time).description == text) }
  }
}
