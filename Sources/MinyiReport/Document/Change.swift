/// How a count differs from an earlier one, in words: a percentage only where there is enough to take it of.
public enum Change {
  /// Below this many a percentage says less than the two numbers.
  private static let fewest = 10

  /// The change from `before` to `now` in words; a share only where there were enough before.
  public static func text(_ now: Int, from before: Int, _ language: ReportLanguage) -> String {
    if now == before { return language("持平", "unchanged") }
    let difference = now - before
    let sign = difference > 0 ? "+" : "−"
    guard before >= fewest else {
      return language("\(sign)\(abs(difference)) 条", "\(sign)\(abs(difference))")
    }
    let percent = Int((Double(abs(difference)) * 100 / Double(before)).rounded())
    return "\(sign)\(percent)%"
  }
}
