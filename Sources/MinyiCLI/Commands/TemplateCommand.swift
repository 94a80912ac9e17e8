import ArgumentParser
import Minyi

/// `minyi template`: a workbook to collect opinions with.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "生成一张空白的意见收集表（.xlsx），带填写校验和说明。",
    discussion: """
      Writes an empty workbook to collect opinions with: columns that import knows, validation, instructions.

      示例 example:  minyi template -o 意见收集表.xlsx
      """)

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写到哪个文件。The file to write.", valueName: "file"))
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try OutputFile.replace(output) { try InputTemplate.write(to: $0) }
    common.note("已写入 \(output)", "wrote \(output)")
  }
}
