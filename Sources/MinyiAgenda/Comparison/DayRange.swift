import MinyiModel

/// Days from `first` to `last`, both included, counted from 1970-01-01.
public struct DayRange: Sendable, Hashable {
  /// Not after `last`.
  public var first: Int32
  /// Belongs to the range.
  public var last: Int32

  /// Nil if `last` is before `first`.
  public init?(first: Int32, last: Int32) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// A year, quarter, month or day, `2024`, `2024-Q1`, `2024-03`, `2024-03-05`, or two of them with `..` between; nil for
  /// anything else, days that do not exist, and ends before their starts.
  public init?(_ text: some StringProtocol) {
    guard let dots = DayRange.dots(in: text) else {
      guard let range = DayRange.period(text) else { return nil }
      self = range
      return
    }
    guard let start = DayRange.period(text[..<dots.lowerBound]),
      let end = DayRange.period(text[dots.upperBound...])
    else { return nil }
    self.init(first: start.first, last: end.last)
  }

  /// 1 or more.
  public var dayCount: Int32 { last - first + 1 }

  /// True for a day of the range.
  public func contains(_ day: Int32) -> Bool { first <= day && day <= last }

  /// The last `count` days, or all where there are fewer.
  public func suffix(_ count: Int32) -> DayRange {
    DayRange(unchecked: max(first, last - count + 1), last: last)
  }

  /// The range of the same length directly before: as many months where it is whole months, else as many days.
  public var previous: DayRange {
    if let months = wholeMonths {
      return DayRange.months(from: months.first - months.count, count: months.count)
    }
    return DayRange(unchecked: first - dayCount, last: first - 1)
  }

  /// The same dates a year earlier; February 29 becomes February 28.
  public var yearBefore: DayRange {
    if let months = wholeMonths { return DayRange.months(from: months.first - 12, count: months.count) }
    return DayRange(unchecked: DayRange.yearBefore(first), last: DayRange.yearBefore(last))
  }

  /// The number of the first month and how many they are, if the range begins and ends with a month.
  private var wholeMonths: (first: Int, count: Int)? {
    let (start, next) = (DayRange.time(of: first), DayRange.time(of: last + 1))
    guard start.date.day == 1, next.date.day == 1 else { return nil }
    return (start.monthNumber, next.monthNumber - start.monthNumber)
  }

  private init(unchecked first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }

  private static func months(from first: Int, count: Int) -> DayRange {
    DayRange(unchecked: firstDay(ofMonth: first), last: firstDay(ofMonth: first + count) - 1)
  }

  /// The first day of a month numbered as `CivilTime.monthNumber` does.
  private static func firstDay(ofMonth month: Int) -> Int32 {
    // Years before 1 are not read from any file; the first day of year 1 stands for them.
    let time = CivilTime(year: max(1, month / 12), month: month % 12 + 1, day: 1) ?? CivilTime(seconds: 0)
    return Int32(time.dayNumber)
  }

  private static func yearBefore(_ day: Int32) -> Int32 {
    let (year, month, ofMonth) = time(of: day).date
    let same =
      CivilTime(year: year - 1, month: month, day: ofMonth)
      ?? CivilTime(year: year - 1, month: month, day: ofMonth - 1)
    return same.map { Int32($0.dayNumber) } ?? day
  }

  private static func time(of day: Int32) -> CivilTime { CivilTime(dayNumber: Int(day)) }

  private static func dots<Text: StringProtocol>(in text: Text) -> Range<Text.Index>? {
    var i = text.startIndex
    while i < text.endIndex {
      let next = text.index(after: i)
      if text[i] == ".", next < text.endIndex, text[next] == "." { return i..<text.index(after: next) }
      i = next
    }
    return nil
  }

  private static func period(_ text: some StringProtocol) -> DayRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = number(parts[0], digits: 4), year > 0 else { return nil }
    if parts.count == 1 { return months(from: year * 12, count: 12) }
    if parts.count == 2, let mark = parts[1].first, mark == "Q" || mark == "q" {
      guard let quarter = number(parts[1].dropFirst(), digits: 1), (1...4).contains(quarter) else {
        return nil
      }
      return months(from: year * 12 + 3 * (quarter - 1), count: 3)
    }
    guard let month = number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
    if parts.count == 2 { return months(from: year * 12 + month - 1, count: 1) }
    guard parts.count == 3, let day = number(parts[2], digits: 2),
      let time = CivilTime(year: year, month: month, day: day)
    else { return nil }
    return DayRange(unchecked: Int32(time.dayNumber), last: Int32(time.dayNumber))
  }

  /// A number of at most `digits` decimal digits.
  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension DayRange: CustomStringConvertible {
  /// `2025-01-01..2025-06-30`.
  public var description: String { "\(DayRange.time(of: first))..\(DayRange.time(of: last))" }
}
