import TestSupport
import Testing

/// The command line documents itself, and a wrong one is told apart from wrong data.
@Suite struct HelpTests {
  private static let commands = [
    [], ["run"], ["import"], ["mine"], ["agenda"], ["show"], ["explain"], ["segment"], ["export"], ["info"],
    ["terms"], ["search"], ["evaluate"], ["score"], ["bench"], ["dict", "add"], ["dict", "remove"],
    ["dict", "list"], ["dict", "check"], ["report"], ["brief"], ["plot"], ["compare"], ["match"],
  ]

  @Test(arguments: commands)
  func everyCommandHasHelpInBothLanguagesAndAnExample(_ command: [String]) throws {
    let outcome = try MinyiProcess().run(command + ["--help"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    // OVERVIEW: Chinese, an empty line, English.
    let overview = Array(outcome.outputLines.prefix(3))
    #expect(overview.first?.hasPrefix("OVERVIEW: ") == true && HelpTests.hasHan(overview.first ?? ""))
    #expect(overview.last?.isEmpty == false && !HelpTests.hasHan(overview.last ?? "中"), "\(outcome)")
    let example = "示例 example:  minyi \(command.isEmpty ? "run" : command.joined(separator: " ")) "
    #expect(outcome.output.contains(example), "\(outcome)")
    #expect(outcome.output.contains("USAGE: minyi\(command.map { " " + $0 }.joined())"), "\(outcome)")
  }

  /// Every option is explained in Chinese and in English.
  @Test(arguments: commands)
  func everyOptionIsExplainedInBothLanguages(_ command: [String]) throws {
    let help = try MinyiProcess().run(command + ["--help"]).outputLines
    let start = try #require(help.firstIndex(of: "OPTIONS:"))
    var options: [[String]] = []
    for line in help[(start + 1)...].prefix(while: { !$0.isEmpty }) {
      if line.hasPrefix("  -") { options.append([line]) } else { options[options.count - 1].append(line) }
    }
    #expect(options.count >= 2)
    for option in options where !option[0].contains("--help") {
      // What follows the name and its placeholder.
      let text = option.joined(separator: " ").replacing(/^ +(-\w, )?--[\w-]+( <[^>]*>)?/, with: "")
      #expect(HelpTests.hasHan(text), "no Chinese: \(option)")
      #expect(text.contains { $0.isASCII && $0.isUppercase }, "no English sentence: \(option)")
    }
  }

  @Test func noCommandPrintsTheHelpOfTheRoot() throws {
    let minyi = try MinyiProcess()
    let (bare, help) = (try minyi(), try minyi("--help"))
    #expect(bare.status == 0 && bare.outputBytes == help.outputBytes && !bare.outputBytes.isEmpty, "\(bare)")
  }

  @Test func versionNamesWhatResultsDependOn() throws {
    let outcome = try MinyiProcess()("--version")
    let pattern = /minyi \d+\.\d+\.\d+ \(ICU [\d.]+, Unicode [\d.]+, SQLite 3\.[\d.]+\)\n/
    #expect(outcome.status == 0 && outcome.output.wholeMatch(of: pattern) != nil, "\(outcome)")
  }

  @Test(arguments: [
    (["nosuch"], "nosuch"), (["run"], "files"), (["run", "a.csv", "--nosuch"], "--nosuch"),
    (["run", "a.csv", "--format", "xml"], "xml"), (["run", "a.csv", "--top", "0"], "--top"),
    (["run", "a.csv", "--top", "many"], "many"), (["run", "a.csv", "--threads", "0"], "--threads"),
    (["run", "a.csv", "--themes", "0"], "--themes"), (["run", "a.csv", "--lens", "low"], "low"),
    (["run", "a.csv", "--lang", "fr"], "fr"), (["mine"], "--workspace"), (["agenda"], "--workspace"),
    (["info"], "--workspace"), (["import", "a.csv"], "--workspace"), (["show", "one"], "one"),
    (["explain"], "--opinion"), (["explain", "1", "--opinion", "2"], "--opinion"),
    (["export", "all"], "all"), (["evaluate", "a.csv"], "--gold"),
    (["evaluate", "a.csv", "--gold", "g.csv", "--resamples", "1"], "--resamples"),
    (["evaluate", "--gold", "g.csv", "--themes", "3"], "--themes"),
    (["evaluate", "--gold", "a.csv"], "--workspace"),
    (["evaluate", "-", "--gold", "-"], "stdin"),
    (["run", "a.csv", "--map", "body"], "--map"), (["run", "a.csv", "--map", "nosuch=内容"], "nosuch"),
    (["run", "a.csv", "--map", "body=无此列"], "无此列"), (["run", "a.csv", "--encoding", "klingon"], "klingon"),
  ])
  func wrongUsageIs64AndNamesTheCulprit(_ arguments: [String], _ culprit: String) throws {
    let minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    let outcome = try minyi.run(arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments): \(outcome)")
    #expect(outcome.errors.contains(culprit), "\(arguments): \(outcome)")
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }
  }
}
