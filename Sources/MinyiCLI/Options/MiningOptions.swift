import ArgumentParser
import Minyi

/// How a workspace is mined.
struct MiningOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("主题个数；默认自动确定。Number of themes; chosen when not given.", valueName: "k"))
  var themes: Int?

  func validate() throws {
    if let themes, !(1...1000).contains(themes) {
      throw ValidationError("--themes 应为 1 到 1000。(--themes takes 1...1000)")
    }
  }

  var mineOptions: MineOptions {
    var options = MineOptions()
    options.themeCount = themes
    return options
  }
}
