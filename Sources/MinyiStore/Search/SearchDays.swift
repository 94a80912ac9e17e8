import MinyiModel

/// Days in the search index: a token for the year, the month and the day of an opinion, so that any span of time is a few
/// tokens, whatever else is looked for.
///
/// The tokens are made of scalars of plane 16, which no text has: they stay as they are, see `SearchTokenizer`.
enum SearchDays {
  private static let base: UInt32 = 0x10_0000

  private static func text(_ numbers: [Int]) -> String {
    var text = String.UnicodeScalarView()
    for number in numbers {
      Unicode.Scalar(base + UInt32(truncatingIfNeeded: number)).map { text.append($0) }
    }
    return String(text)
  }

  /// A token that no opinion has.
  static let none = "\u{10FFFD}"

  /// Year, month and day of the day with this number since 1970; for nil there are none.
  static func tokens(of day: Int?) -> String {
    guard let day else { return "" }
    let (year, month, date) = CivilTime(dayNumber: day).date
    return [[year], [year, month], [year, month, date]].map(text).joined(separator: " ")
  }

  /// The tokens that stand for the days of `span`, each day by one: whole years, whole months, single days.
  static func tokens(of span: Range<Int>) -> [String] {
    var tokens: [String] = []
    var day = span.lowerBound
    while day < span.upperBound {
      let (year, month, date) = CivilTime(dayNumber: day).date
      if date == 1, month == 1, let next = first(year + 1, 1), next <= span.upperBound {
        tokens.append(text([year]))
        day = next
      } else if date == 1, let next = month == 12 ? first(year + 1, 1) : first(year, month + 1),
        next <= span.upperBound
      {
        tokens.append(text([year, month]))
        day = next
      } else {
        tokens.append(text([year, month, date]))
        day += 1
      }
    }
    return tokens
  }

  private static func first(_ year: Int, _ month: Int) -> Int? {
    CivilTime(year: year, month: month, day: 1)?.dayNumber
  }
}
