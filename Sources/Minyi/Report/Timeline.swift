import MinyiAgenda
import MinyiModel
import MinyiReport

/// The periods of a collection: months, or quarters or years where it is long.
struct Timeline {
  let period: TermPeriod
  /// Consecutive numbers of the first and the last period; nil where no opinion has a date.
  let range: ClosedRange<Int>?
  let isLastWhole: Bool

  /// Periods that a reader can look over.
  private static let most = 48
  /// A period is whole if it ends so many days after the last opinion or sooner: offices rest at weekends.
  private static let slackDays: Int32 = 2

  init(_ collection: CollectionFacts) {
    guard collection.hasTimes else {
      (period, range, isLastWhole) = (.month, nil, true)
      return
    }
    let times = [collection.firstDay, collection.lastDay].map { CivilTime(dayNumber: Int($0)) }
    let periods: [TermPeriod] = [.month, .quarter, .year]
    period =
      periods.first { Timeline.number(of: times[1], $0) - Timeline.number(of: times[0], $0) < Timeline.most }
      ?? .year
    let last = Timeline.number(of: times[1], period)
    range = Timeline.number(of: times[0], period)...last
    let next = Timeline.number(
      of: CivilTime(dayNumber: Int(collection.lastDay + 1 + Timeline.slackDays)), period)
    isLastWhole = next > last
  }

  /// Consecutive periods have consecutive numbers.
  static func number(of time: CivilTime, _ period: TermPeriod) -> Int {
    switch period {
    case .month: time.monthNumber
    case .quarter: time.monthNumber / 3
    case .year: time.monthNumber / 12
    }
  }

  static func name(of number: Int, _ period: TermPeriod) -> String {
    switch period {
    case .month: "\(number / 12)-\(number % 12 + 1 < 10 ? "0" : "")\(number % 12 + 1)"
    case .quarter: "\(number / 4)-Q\(number % 4 + 1)"
    case .year: "\(number)"
    }
  }

  static func periodsPerYear(_ period: TermPeriod) -> Int {
    switch period {
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  var names: [String] { range.map { $0.map { Timeline.name(of: $0, period) } } ?? [] }

  func index(of time: CivilTime) -> Int? {
    range.map { Timeline.number(of: time, period) - $0.lowerBound }
  }

  /// The trend of opinions with these times, nil for those without.
  func trend(of times: some Sequence<CivilTime?>) -> Trend {
    var counts = [Int](repeating: 0, count: range?.count ?? 0)
    var undated = 0
    for time in times {
      if let time, let index = index(of: time), counts.indices.contains(index) {
        counts[index] += 1
      } else {
        undated += 1
      }
    }
    return Trend(
      periods: names, counts: counts, periodsPerYear: Timeline.periodsPerYear(period), undated: undated,
      isLastWhole: isLastWhole)
  }

  /// `2025-01-31`.
  static func day(_ day: Int32) -> String { CivilTime(dayNumber: Int(day)).description }
}
