import Benchmark
import Foundation
import Minyi

/// Each benchmark checks its own result: a fast wrong answer stops the run.
let benchmarks: @Sendable () -> Void = {
  let corpus = SampleCorpus()
  let metrics: [BenchmarkMetric] = [.wallClock, .throughput, .peakMemoryResident]

  segmentationBenchmarks(metrics: metrics)

  Benchmark(
    "run: import, mine and rank the sample corpus",
    configuration: .init(metrics: metrics, maxDuration: .seconds(20), maxIterations: 20)
  ) { benchmark in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "minyi-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    benchmark.startMeasurement()
    let workspace = try Workspace(
      path: folder.appendingPathComponent("w.sqlite").path,
      dictionaries: Dictionaries(path: SampleCorpus.dictionaries))
    let outcome = try Pipeline(workspace: workspace).run([corpus.path])
    benchmark.stopMeasurement()
    precondition(outcome.agenda.topics.count > 20, "the sample corpus has more than twenty topics")
    try workspace.close()
  }
}

/// The sample corpus of the project, found from this file's own place.
struct SampleCorpus: Sendable {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL
  static let dictionaries = project.appendingPathComponent("Dictionaries").path

  let path = SampleCorpus.project.appendingPathComponent("Corpus/qinghe.csv").path
  let texts: [String]

  init() {
    var texts: [String] = []
    do {
      try OpinionFile.open(path).forEachRow { row, _ in
        if case .opinion(let record) = row { texts.append(record[.body] ?? "") }
      }
    } catch {
      preconditionFailure("cannot read the sample corpus: \(error)")
    }
    self.texts = texts
  }
}
