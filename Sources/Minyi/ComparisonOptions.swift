public import MinyiAgenda
public import MinyiModel

/// What a comparison of periods compares.
public struct ComparisonOptions: Sendable, Equatable {
  /// The two periods.
  public enum Periods: Sendable, Equatable {
    /// The days `from`...`to` with `base`; without `to` up to the last day of the data, without both its last 91 days.
    case ranges(from: Int32?, to: Int32?, base: Base)
    /// As many days from `day` on as before it, at most `days`, and no more than the data have on either side.
    case around(day: Int32, days: Int32)
  }

  /// What a period is compared with.
  public enum Base: Sendable, Equatable {
    /// As long, directly before (环比).
    case previous
    /// The same dates a year earlier (同比).
    case yearBefore
    /// These days, wherever they lie, as long as the two do not overlap.
    case range(DayRange)
  }

  /// Usually the last 91 days of the data and the 91 before.
  public var periods = Periods.ranges(from: nil, to: nil, base: .previous)
  /// Concerns to tell of; empty: all. Which changes are sure is judged among all concerns in any case.
  public var concerns: [ConcernID] = []

  /// The last 91 days with the 91 before, of all concerns.
  public init() {}

  /// The periods within `data`, the days of the first and last opinion. Throws a `MinyiError` for periods that overlap and for
  /// a day without data on one side.
  func ranges(in data: DayRange) throws -> (now: DayRange, before: DayRange) {
    switch periods {
    case .around(let day, let days):
      let length = min(days, data.last - day + 1, day - data.first)
      guard let now = DayRange(first: day, last: day + length - 1),
        let before = DayRange(first: day - length, last: day - 1)
      else {
        throw MinyiError(
          "这一天之前或之后没有意见；有日期的意见在 \(data) 之间。(no opinions on one side of that day)", exitCode: 65)
      }
      return (now, before)
    case .ranges(let from, let to, let base):
      let last = to ?? data.last
      guard let now = from.map({ DayRange(first: $0, last: last) }) ?? data.suffix(CollectionFacts.windowDays)
      else {
        throw MinyiError(
          "本期的结束早于开始；有日期的意见在 \(data) 之间。(the period ends before it begins)", exitCode: 64)
      }
      let before =
        switch base {
        case .previous: now.previous
        case .yearBefore: now.yearBefore
        case .range(let range): range
        }
      guard now.first > before.last || before.first > now.last else {
        throw MinyiError("两个时段重叠：\(now) 和 \(before)。(the two periods overlap)", exitCode: 64)
      }
      return (now, before)
    }
  }
}
