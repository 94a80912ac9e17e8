public import ArgumentParser
public import Minyi

/// Which terms `minyi terms` lists.
struct TermsViewOptions: ParsableArguments {
  @Flag(name: .long, help: "列出词典里没有的新词，供取舍。List words that no dictionary has, to accept or refuse.")
  var new = false

  @Option(
    name: .long,
    help: ArgumentHelp("分组对比。Split into groups and compare.", valueName: "place|period|theme|concern|channel")
  )
  var by: TermGrouping?

  @Option(
    name: .long, help: ArgumentHelp("--by period 的时段。Length of a period.", valueName: "month|quarter|year"))
  var period: TermPeriod?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "显示几个：新词、全部词默认 30，每组默认 20。How many to show: 30, or 20 for each group.", valueName: "n"))
  var top: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "至少出现在几种文本里：新词默认 5，其他默认 2。Least distinct texts: 5 for new words, else 2.", valueName: "n"))
  var minCount: Int?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
    if let minCount, minCount < (new ? 2 : 1) {
      throw ValidationError(
        new
          ? "--min-count 与 --new 同用时至少为 2。(--min-count takes 2 or more with --new)"
          : "--min-count 至少为 1。(--min-count takes 1 or more)")
    }
    if new && by != nil { throw ValidationError("--new 不能与 --by 同用。(--new and --by exclude each other)") }
    if period != nil && by != .period {
      throw ValidationError("--period 只与 --by period 同用。(--period goes with --by period)")
    }
  }
}

extension TermGrouping: ExpressibleByArgument {}
extension TermPeriod: ExpressibleByArgument {}
