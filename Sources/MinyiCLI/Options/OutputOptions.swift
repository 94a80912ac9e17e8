import ArgumentParser
import Minyi

/// Where results go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件（写完整或不写）。Write to a file, whole or not at all.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "CSV 开头不写 BOM。No byte order mark at the start of CSV.")
  var noBom = false

  /// The file; nil for stdout.
  var path: String? { output == "-" ? nil : output }

  /// Throws if the file can surely not be written, before a long run is spent on it.
  func check() throws {
    if let output, output != "-" { try OutputFile.check(output) }
  }

  /// `text` without the byte order mark at its start, if there is one.
  static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == DelimitedText.byteOrderMark.unicodeScalars.first
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Writes `text` to the file or to stdout.
  func write(_ text: String) throws {
    let text = noBom ? OutputOptions.withoutMark(text) : text
    if let output, output != "-" {
      try OutputFile.write(text, to: output)
    } else {
      try Terminal.write(text)
    }
  }

  /// Lets `body` write piece by piece to the file or to stdout.
  func stream(_ body: (inout TextSink) throws -> Void) throws {
    if let output, output != "-" {
      try OutputFile.write(to: output, body)
    } else {
      var sink = TextSink { try Terminal.write($0) }
      try body(&sink)
      try sink.flush()
    }
  }
}
