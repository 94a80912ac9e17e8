/// A date and time as written in an office's file: civil, without a time zone.
///
/// Counts seconds from 1970-01-01 00:00 in the proleptic Gregorian calendar, every day 86,400 seconds.
public struct CivilTime: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01 00:00 of the same civil clock.
  public var seconds: Int64

  /// A time `seconds` after 1970-01-01 00:00; negative for one before. Years outside 1...9999 are not checked for.
  public init(seconds: Int64) { self.seconds = seconds }

  /// The start of the day that is `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) { seconds = Int64(dayNumber) * 86_400 }

  /// A time from its parts, or nil if there is no such day or time.
  ///
  /// Years 1 to 9999. The days-from-civil formula is Howard Hinnant's
  /// (https://howardhinnant.github.io/date_algorithms.html).
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilTime.dayCount(month: month, year: year),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  public static func < (a: CivilTime, b: CivilTime) -> Bool { a.seconds < b.seconds }

  /// Days since 1970-01-01.
  public var dayNumber: Int { Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }

  /// Year, month (1...12) and day of the month.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Months since January of year 0: consecutive months have consecutive numbers.
  public var monthNumber: Int {
    let parts = date
    return parts.year * 12 + parts.month - 1
  }

  static func dayCount(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilTime: CustomStringConvertible {
  /// ISO 8601 without a zone: `2025-01-02`, or `2025-01-02 08:05:00` where a time of day is known.
  public var description: String {
    let (year, month, day) = date
    let ofDay = Int(seconds) - dayNumber * 86_400
    let text = "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    if ofDay == 0 { return text }
    return text
      + " \(padded(ofDay / 3600, to: 2)):\(padded(ofDay / 60 % 60, to: 2)):\(padded(ofDay % 60, to: 2))"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
