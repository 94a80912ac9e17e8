import ArgumentParser
import Minyi

/// `minyi`: the commands and what belongs to none of them.
struct MinyiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minyi",
    abstract: "民意：从群众意见中找出反复出现的诉求，排成可供协商的议题清单。",
    discussion: """
      Finds the concerns that keep coming back in residents' opinions and ranks them as topics for consultation.

      示例 example:  minyi run 意见.csv --top 10
      """,
    subcommands: [
      RunCommand.self, ImportCommand.self, MineCommand.self, AgendaCommand.self, ShowCommand.self,
      EditCommand.self, ExplainCommand.self, CompareCommand.self, MatchCommand.self, EvaluateCommand.self,
      BenchCommand.self, SearchCommand.self, ScoreCommand.self, TermsCommand.self, DictCommand.self,
      SegmentCommand.self, ReportCommand.self, BriefCommand.self, PlotCommand.self, ExportCommand.self,
      TemplateCommand.self, VerifyCommand.self, InfoCommand.self, ManualCommand.self,
    ])

  @Flag(name: .long, help: "显示版本。Print the versions of Minyi, ICU, Unicode and SQLite.")
  var version = false

  @Flag(name: .shortAndLong, help: "与 --version 同用：分词引擎、缓存和词典。With --version: engine, cache, dictionaries.")
  var verbose = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    try Terminal.write(
      "minyi \(Version.minyi) (ICU \(Version.icu), Unicode \(Version.unicode), SQLite \(Version.sqlite))\n")
    if verbose { try Terminal.write(EngineView(dictionaries: try Dictionaries()).text) }
  }
}
