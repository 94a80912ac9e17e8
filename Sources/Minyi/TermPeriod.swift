public import MinyiModel

/// The length of a period.
public enum TermPeriod: String, Sendable, CaseIterable {
  /// Months, quarters from January on, and years of the calendar.
  case month, quarter, year

  /// The name of the period that `time` lies in, in the order of time: 2024-03, 2024-Q1, 2024.
  public func name(of time: CivilTime) -> String {
    let (year, month, _) = time.date
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch self {
    case .month: return "\(padded)-\(month < 10 ? "0" : "")\(month)"
    case .quarter: return "\(padded)-Q\((month + 2) / 3)"
    case .year: return padded
    }
  }
}
