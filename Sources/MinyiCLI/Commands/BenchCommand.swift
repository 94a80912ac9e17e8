import ArgumentParser
import Foundation
import Minyi

/// `minyi bench FILE`: times, memory and quality of every stage over a corpus.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "用任意语料测速：各阶段用时、内存，有标注时还有质量。",
    discussion: """
      Runs everything over a corpus, several times in workspaces of their own: seconds, opinions a second and memory of
      every stage, quality where gold labels are given.

      示例 example:  minyi bench 语料.jsonl --repeat 5 -o 新.json --format json
                     minyi bench 语料.jsonl --compare 旧.json
      """)

  @Argument(help: "意见文件。An opinion file.")
  var file: String

  @Option(
    name: .customLong("repeat"), help: ArgumentHelp("运行次数，取中位数。Runs; medians are shown.", valueName: "n"))
  var repeats = 3

  @Option(name: .long, help: ArgumentHelp("人工类别文件。A file of gold labels.", valueName: "file"))
  var gold: String?

  @Option(
    name: .long,
    help: ArgumentHelp("与以前的结果（JSON）比较。Compare with an earlier result as JSON.", valueName: "file"))
  var compare: String?

  @Option(name: .long, help: ArgumentHelp("输出格式。Output format.", valueName: "table|json"))
  var format = Format.table

  enum Format: String, ExpressibleByArgument { case table, json }

  @OptionGroup var mining: MiningOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...1000).contains(repeats) else {
      throw ValidationError("--repeat 应为 1 到 1000。(--repeat takes 1...1000)")
    }
    if file == "-" {
      throw ValidationError("标准输入只能读一次，请给出文件。(stdin can be read once only; name a file)")
    }
  }

  func run() throws {
    try output.check()
    let readOptions = try reading.readOptions()
    _ = try OpinionFile.open(file, options: readOptions)
    let old = try compare.map(BenchCommand.document)
    let scratch = try TemporaryWorkspace()
    defer { scratch.remove() }
    var benchmark = CorpusBenchmark(
      path: file, dictionaries: try common.loadedDictionaries(), threadCount: common.threads)
    benchmark.readOptions = readOptions
    benchmark.mineOptions = mining.mineOptions
    benchmark.gold = try gold.map { try GoldFile(path: $0) }
    benchmark.repeats = repeats
    let document = try ProgressBar(common).during { progress in
      benchmark.progress = progress
      return try benchmark.document(in: scratch.folderPath)
    }
    if let old, old.input.hash != document.input.hash {
      common.note("两次的语料不同，用时不可比。", "the corpora differ: times do not compare")
    }
    let view = BenchmarkView(document: document, old: old, language: common.lang)
    try output.write(format == .json ? try JSONText.pretty(document) : view.text)
    if format == .json, old != nil, !common.quiet { Terminal.writeError(view.text) }
  }

  private static func document(_ path: String) throws -> BenchmarkDocument {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw MinyiError("无法读取 \(path)。(cannot read)", exitCode: 66)
    }
    do {
      return try JSONDecoder().decode(BenchmarkDocument.self, from: bytes)
    } catch {
      throw MinyiError(
        "\(path) 不是 minyi bench --format json 写成的文件。(not written by `minyi bench --format json`)",
        exitCode: 65)
    }
  }
}
