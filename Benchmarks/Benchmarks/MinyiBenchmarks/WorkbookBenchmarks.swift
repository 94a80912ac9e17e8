import Benchmark
import Foundation
import Minyi

/// Import of a workbook: one of 300,000 generated messages, or the one that `MINYI_BENCH_WORKBOOK` names. Divide the rows
/// by the wall clock for the rate.
func workbookBenchmarks(metrics: [BenchmarkMetric]) {
  let given = ProcessInfo.processInfo.environment["MINYI_BENCH_WORKBOOK"]
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "minyi-bench-\(ProcessInfo.processInfo.processIdentifier)")
  let made = folder.appendingPathComponent("messages.xlsx").path

  Benchmark(
    "import: a workbook of 300,000 rows",
    configuration: .init(metrics: metrics, maxDuration: .seconds(60), maxIterations: 3)
  ) { benchmark in
    let own = try BenchmarkFolder()
    defer { own.remove() }
    let workspace = try own.workspace()
    benchmark.startMeasurement()
    let report = try workspace.importer().importFile(given ?? made)
    try workspace.close()
    benchmark.stopMeasurement()
    precondition(
      report.record.malformed == 0 && (given != nil || report.record.imported == GeneratedWorkbook.rowCount),
      "every row must be imported")
  } setup: {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if given == nil { try GeneratedWorkbook.write(GeneratedOpinions(count: 3000), to: made) }
  } teardown: {
    try FileManager.default.removeItem(at: folder)
  }
}

/// Messages as an office's system exports them.
enum GeneratedWorkbook {
  static let rowCount = 300_000

  static func write(_ opinions: GeneratedOpinions, to path: String) throws {
    var sheet = SheetDraft(
      "留言",
      columns: ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "地区", "点赞数", "反对数"].map {
        .init($0, width: 16)
      })
    sheet.forEachFurtherRow = { row in
      for i in 0..<rowCount {
        let text = opinions.bodies[i % opinions.count]
        try row([
          .text("\(100_000 + i)"), .text("U\(i * 7919 % 90_000)"), .text(opinions.titles[i % opinions.count]),
          SheetCell(CivilTime(seconds: 1_704_067_200 + Int64(i) * 211)), .text("\(text)这是第\(i)次反映。"),
          .text("第\(i % 37)街道"), .integer(i % 13), .integer(i % 3),
        ])
      }
    }
    try WorkbookWriter.write([sheet], title: "留言", comments: "", to: path)
  }
}
