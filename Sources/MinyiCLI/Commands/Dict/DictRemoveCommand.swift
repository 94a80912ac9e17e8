import ArgumentParser
import Minyi

/// `minyi dict remove WORD…`: takes words back, or refuses proposals.
struct DictRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "撤回登记过的词；没登记过的词则不再推荐。",
    discussion: """
      Takes back what was added; a word that was not added is refused and not proposed again.

      示例 example:  minyi dict remove 望领导 --workspace 意见.sqlite
      """)

  @Argument(help: ArgumentHelp("词语。Words.", valueName: "word"))
  var words: [String]

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var opened = try workspace.open(common)
    let listed = try opened.dictionaries.lexicon.lexicon()
    let removed = try opened.remove(words: words)
    try opened.close()
    let lang = common.lang
    let lines = removed.map { word, before in
      switch before {
      case .word: lang("撤回 \(word)", "taken back \(word)")
      case .cut: lang("撤回切开 \(word)", "no longer cut \(word)")
      case .refused: lang("早已不再推荐 \(word)", "already refused \(word)")
      case nil: lang("不再推荐 \(word)", "refused \(word)")
      }
    }
    try Terminal.write(lines.joined(separator: "\n") + "\n")
    for (word, before) in removed where before == nil && listed.contains(word) {
      common.note(
        "\(word) 在词典文件里，分词照旧；要切开请用 minyi dict add \(word) --cut。",
        "\(word) is in the dictionary files and stays a word; to cut it, `minyi dict add \(word) --cut`")
    }
  }
}
