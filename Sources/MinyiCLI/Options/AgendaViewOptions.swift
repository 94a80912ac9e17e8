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

  func validate() throws {
    if top < 1 { throw ValidationError("--top 至少为 1。(--top takes 1 or more)") }
  }

  var agendaOptions: AgendaOptions {
    var options = AgendaOptions()
    options.profile = profile
    options.lens = lens
    options.weights = weights?.replacing("，", with: ",").replacing("＝", with: "=")
    return options
  }

  /// Throws for a profile or weights that cannot be used, before a long run is spent on them.
  func check(_ dictionaries: Dictionaries) throws {
    _ = try dictionaries.profile(profile).overriding(agendaOptions.weights ?? "")
  }
}

extension Lens: ExpressibleByArgument {}
