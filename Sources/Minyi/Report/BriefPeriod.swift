import MinyiModel

/// The period of a bulletin: `2025-06`, `2025-Q2` or `2025`.
public struct BriefPeriod: Sendable, Equatable {
  /// Whether it is a month, a quarter or a year.
  public var kind: TermPeriod
  /// Consecutive periods have consecutive numbers.
  public var number: Int

  /// The period that `text` names; nil if it names none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, first.count == 4, first.allSatisfy(\.isASCII), let year = Int(first),
      (1...9999).contains(year)
    else { return nil }
    switch parts.count {
    case 1: (kind, number) = (.year, year)
    case 2 where parts[1].uppercased().hasPrefix("Q"):
      guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
      (kind, number) = (.quarter, year * 4 + quarter - 1)
    case 2:
      guard parts[1].count <= 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      (kind, number) = (.month, year * 12 + month - 1)
    default: return nil
    }
  }

  init(kind: TermPeriod, number: Int) {
    self.kind = kind
    self.number = number
  }

  /// As `init` reads it: `2025-06`, `2025-Q2` or `2025`.
  public var name: String { Timeline.name(of: number, kind) }

  /// As a bulletin is called.
  var chineseName: String {
    switch kind {
    case .month: "\(number / 12)年\(number % 12 + 1)月"
    case .quarter: "\(number / 4)年第\(["一", "二", "三", "四"][number % 4])季度"
    case .year: "\(number)年"
    }
  }

  var before: BriefPeriod { BriefPeriod(kind: kind, number: number - 1) }

  var yearAgo: BriefPeriod { BriefPeriod(kind: kind, number: number - Timeline.periodsPerYear(kind)) }

  func number(of time: CivilTime) -> Int { Timeline.number(of: time, kind) }
}
