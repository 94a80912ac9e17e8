import ArgumentParser
import Minyi

/// Which periods are compared.
struct PeriodOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "本期从何时起：2025、2025-Q1、2025-01 或 2025-01-15。First day of the period.", valueName: "time"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("本期到何时止，默认到最后一条意见。Last day of the period.", valueName: "time"))
  var to: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "对比期：previous 为之前同样长的一段（环比，默认），year 为去年同期（同比），或 2024-01..2024-06。The period compared with.",
      valueName: "previous|year|a..b"))
  var with: String?

  @Option(
    name: .long,
    help: ArgumentHelp("比较某一天前后，如整改之日。Before and after a day.", valueName: "date"))
  var around: String?

  @Option(
    name: .long, help: ArgumentHelp("与 --around 同用：前后各多少天。Days on each side of --around.", valueName: "n"))
  var days: Int?

  func validate() throws {
    if let days, days < 1 { throw ValidationError("--days 至少为 1。(--days takes 1 or more)") }
    if days != nil, around == nil {
      throw ValidationError("--days 只与 --around 同用。(--days goes with --around)")
    }
    if around != nil, from != nil || to != nil || with != nil {
      throw ValidationError(
        "--around 不能与 --from、--to、--with 同用。(--around goes without --from, --to and --with)")
    }
    if to != nil, from == nil {
      throw ValidationError("--to 要与 --from 同用。(--to needs --from)")
    }
  }

  /// True if any is given.
  var isGiven: Bool { from != nil || with != nil || around != nil }

  func periods() throws -> ComparisonOptions.Periods {
    if let around {
      let day = try range(around, "--around")
      guard day.first == day.last else { throw bad(around, "--around", "2025-03-01") }
      return .around(day: day.first, days: days.map { Int32(clamping: $0) } ?? CollectionFacts.windowDays)
    }
    let first = try from.map { try range($0, "--from").first }
    let last = try to.map { try range($0, "--to").last }
    switch with {
    case nil, "previous": return .ranges(from: first, to: last, base: .previous)
    case "year": return .ranges(from: first, to: last, base: .yearBefore)
    case let text?: return .ranges(from: first, to: last, base: .range(try range(text, "--with")))
    }
  }

  private func range(_ text: String, _ option: String) throws -> DayRange {
    guard let range = DayRange(text) else { throw bad(text, option, "2025、2025-Q1、2025-01、2025-01-15") }
    return range
  }

  private func bad(_ text: String, _ option: String, _ allowed: String) -> MinyiError {
    MinyiError(
      "\(option) 看不懂“\(text)”；写法如 \(allowed)。(\(option): not a date or period that can be read)", exitCode: 64
    )
  }
}
