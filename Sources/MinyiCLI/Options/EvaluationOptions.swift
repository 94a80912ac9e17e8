import ArgumentParser

/// What groupings are compared with, and how thoroughly.
struct EvaluationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "金标准文件：一列编号、一列类别（- 为标准输入）。Gold labels: a column of ids, one of classes.", valueName: "file"))
  var gold: String

  @Option(
    name: .long,
    help: ArgumentHelp("金标准的编号列；默认按列名识别。Its column of ids; found by name.", valueName: "列名"))
  var idColumn: String?

  @Option(
    name: .long,
    help: ArgumentHelp("金标准的类别列；默认按列名识别。Its column of classes; found by name.", valueName: "列名"))
  var classColumn: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "抽几次 80 % 的意见重新归并，看结果稳不稳；0 为不看。Samples of 80 % to mine for the stability; 0: none.", valueName: "n"))
  var resamples = 3

  func validate() throws {
    if resamples != 0, !(2...50).contains(resamples) {
      throw ValidationError("--resamples 应为 0 或 2 到 50。(--resamples takes 0 or 2...50)")
    }
  }
}
