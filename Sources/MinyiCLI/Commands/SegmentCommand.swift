import ArgumentParser
import Minyi

/// `minyi segment FILE`: tokens.
struct SegmentCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument { case lines, jsonl }
  enum Engine: String, ExpressibleByArgument { case compiled, icu }

  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "分词：一行进、一行出，词之间一个空格。",
    discussion: """
      Segments text: a line in, a line out, tokens joined by one space.

      示例 example:  minyi segment 文章.txt --format lines
      """)

  @Argument(help: "文本文件（- 为标准输入）。A text file (- is stdin).")
  var file: String

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "lines|jsonl"))
  var format = Format.lines

  @Flag(name: .long, help: "不清洗：词连起来就是原行。No cleaning: the tokens joined are the line.")
  var raw = false

  @Option(name: .long, help: ArgumentHelp("文件编码。Encoding.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "分词引擎：编译好的词典，或 ICU 自己的迭代器。The compiled dictionary, or ICU's own iterator.",
      valueName: "compiled|icu"))
  var engine = Engine.compiled

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let segmenter = try LineSegmenter(
      dictionaries: dictionaries(), isRaw: raw, engine: engine == .icu ? .icu : .compiled)
    var text = ""
    let streams = output.output == nil
    try TextLines.forEachLine(of: file, encoding: encoding) { line in
      let tokens = try segmenter.tokens(of: line).map(\.text)
      text += format == .lines ? tokens.joined(separator: " ") + "\n" : try JSONText.line(tokens)
      if streams && text.utf8.count > 1 << 16 {
        try Terminal.write(text)
        text = ""
      }
    }
    try output.write(text)
  }

  /// With the words of the workspace, where one is named.
  private func dictionaries() throws -> Dictionaries {
    let dictionaries = try common.loadedDictionaries()
    return try workspace.namedPath.map {
      try Workspace(path: $0, mode: .existing, dictionaries: dictionaries).dictionaries
    } ?? dictionaries
  }
}
