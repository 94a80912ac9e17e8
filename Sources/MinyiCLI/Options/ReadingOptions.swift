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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "列对应文件（由 --save-map 写成）。A file with the map, as --save-map writes it.", valueName: "file"))
  var mapFile: String?

  /// `--map` goes before `--map-file`.
  func readOptions() throws -> ReadOptions {
    let options = ReadOptions(
      map: try map.map { try ReadOptions.parseMap($0) } ?? [:], encoding: encoding, format: inputFormat,
      sheet: sheet)
    return try mapFile.map { try MappingFile(path: $0).applied(to: options) } ?? options
  }

  /// The files that the arguments stand for, opened, so that a wrong name or a missing column is told before anything is
  /// written. A stream is opened when its turn comes.
  func files(_ arguments: [String], _ options: ReadOptions) throws -> [OpinionInput] {
    try InputFiles.expand(arguments).map { path in
      isStream(path) ? .path(path) : .opened(try OpinionFile.open(path, options: options))
    }
  }

  /// True for what can be read only once: standard input, a pipe.
  private func isStream(_ path: String) -> Bool {
    var status = stat()
    if path == "-" { return true }
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }
}

extension FileFormat: ExpressibleByArgument {}
