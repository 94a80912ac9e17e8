public import ArgumentParser
public import Minyi

/// How opinion files are to be read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("列的对应，如 body=内容,time=日期。Which column is which field.", valueName: "field=列名,…"))
  var map: String?

  @Option(
    name: .long, help: ArgumentHelp("文件编码，如 GB18030；默认自动识别。Encoding; found by itself.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "文件格式；默认自动识别。Format of the files; found by itself.", valueName: "csv|tsv|jsonl|json|text"))
  var inputFormat: FileFormat?

  func readOptions() throws -> ReadOptions {
    ReadOptions(
      map: try map.map { try ReadOptions.parseMap($0) } ?? [:], encoding: encoding, format: inputFormat)
  }
}

extension FileFormat: ExpressibleByArgument {}
