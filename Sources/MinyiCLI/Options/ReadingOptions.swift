public import ArgumentParser
import Foundation
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
      "文件格式；默认自动识别。Format of the files; found by itself.", valueName: "csv|tsv|jsonl|json|text|xlsx"))
  var inputFormat: FileFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "工作表的名称或序号；默认第一张有意见的表。Sheet of a workbook, by name or number.", valueName: "name|n"))
  var sheet: String?

  func readOptions() throws -> ReadOptions {
    ReadOptions(
      map: try map.map { try ReadOptions.parseMap($0) } ?? [:], encoding: encoding, format: inputFormat,
      sheet: sheet)
  }

  /// Opens every file once, so that a wrong name or a missing column is told before anything is written.
  func check(_ files: [String], _ options: ReadOptions) throws {
    for file in files where !isStream(file) { _ = try OpinionFile.open(file, options: options) }
  }

  /// True for what can be read only once: standard input, a pipe.
  private func isStream(_ path: String) -> Bool {
    var status = stat()
    if path == "-" { return true }
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }
}

extension FileFormat: ExpressibleByArgument {}
