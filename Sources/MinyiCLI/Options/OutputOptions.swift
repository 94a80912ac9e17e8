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

  /// Throws if the file can surely not be written, before a long run is spent on it.
  func check() throws {
    if let output, output != "-" { try OutputFile.check(output) }
  }

  /// Writes `text` to the file or to stdout.
  func write(_ text: String) throws {
    let text =
      noBom && text.unicodeScalars.first == DelimitedText.byteOrderMark.unicodeScalars.first
      ? String(text.unicodeScalars.dropFirst()) : text
    if let output, output != "-" {
      try OutputFile.write(text, to: output)
    } else {
      try Terminal.write(text)
    }
  }
}
