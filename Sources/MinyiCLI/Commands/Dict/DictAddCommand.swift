import ArgumentParser
import Minyi

/// `minyi dict add WORD…`: words from now on.
struct DictAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "登记词语，以后的分词和归并都使用；--cut 登记必须切开的短语。",
    discussion: """
      Adds words that later runs use; with --cut phrases that are always cut.

      示例 example:  minyi dict add 翠湖苑 云峰路 --workspace 意见.sqlite
      """)

  @Argument(help: ArgumentHelp("词语。Words.", valueName: "word"))
  var words: [String]

  @Flag(name: .long, help: "这些是短语，总要切开。These are phrases, to be cut always.")
  var cut = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var opened = try workspace.open(common)
    let added = try opened.add(words: words, as: cut ? .cut : .word)
    try opened.close()
    let lines = zip(words, added).map { word, decision in
      let form = word == decision.word ? "" : common.lang("（原写作 \(word)）", " (given as \(word))")
      return cut
        ? common.lang("切开 \(decision.word)", "cut \(decision.word)") + form
        : common.lang("登记 \(decision.word)", "added \(decision.word)") + form
    }
    try Terminal.write(lines.joined(separator: "\n") + "\n")
    common.note("请运行 minyi mine，使结果用上这些改动。", "run `minyi mine` to have them in the results")
  }
}
