public import ArgumentParser
public import Minyi

/// How an agenda is weighed and cut.
struct AgendaViewOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("评分方案。Profile of weights, a name or a .yaml file.", valueName: "name"))
  var profile = "balanced"

  @Option(name: .long, help: ArgumentHelp("显示前几名。Topics to show.", valueName: "n"))
  var top = 20

  @Option(name: .long, help: ArgumentHelp("视角。Lens.", valueName: "top|rising|lasting|severe"))
  var lens = Lens.top

  @Option(
    name: .long,
    help: ArgumentHelp("改动权重，如 reach=2,severity=0。Weights over the profile's.", valueName: "name=w,…"))
  var weights: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "名单长度，默认按方案（20）；“稳”是权重各增减一半时仍在名单内的比例。Topics on the list.", valueName: "n"))
  var first: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "“若干天内至少若干人”的规则，如 people=5,days=30。At least so many people within so many days.",
      valueName: "people=n,days=d"))
  var rule: String?

  func validate() throws {
    if let first, first < 1 { throw ValidationError("--first 至少为 1。(--first takes 1 or more)") }
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
  }

  func agendaOptions() throws -> AgendaOptions {
    func halfWidth(_ text: String) -> String { text.replacing("，", with: ",").replacing("＝", with: "=") }
    var options = AgendaOptions()
    options.profile = profile
    options.lens = lens
    options.weights = weights.map(halfWidth)
    options.first = first
    options.rule = try rule.map { try GatheringRule(halfWidth($0)) }
    return options
  }

  /// Throws for a profile or weights that cannot be used, before a long run is spent on them.
  func check(_ dictionaries: Dictionaries) throws {
    _ = try dictionaries.profile(agendaOptions())
  }
}

extension Lens: ExpressibleByArgument {}
