import Benchmark
import Foundation
import Minyi

/// Import alone, and whole runs, each into a workspace of its own on the disk.
func runBenchmarks(metrics: [BenchmarkMetric]) {
  let corpus = SampleCorpus()
  let opinions = GeneratedOpinions(count: 20_000)

  Benchmark(
    "import: 20,000 opinions as JSONL",
    configuration: .init(metrics: metrics, maxDuration: .seconds(10), maxIterations: 20)
  ) { benchmark in
    let folder = try BenchmarkFolder()
    defer { folder.remove() }
    try opinions.write(to: folder.path("opinions.jsonl"))
    let workspace = try folder.workspace()
    benchmark.startMeasurement()
    let report = try workspace.importer().importFile(folder.path("opinions.jsonl"))
    benchmark.stopMeasurement()
    precondition(
      report.record.imported + report.record.blank == opinions.count
        && report.record.blank < opinions.count / 20, "every line is an opinion, if not a blank answer")
    try workspace.close()
  }

  Benchmark(
    "run: import, mine and rank the sample corpus",
    configuration: .init(metrics: metrics, maxDuration: .seconds(10), maxIterations: 20)
  ) { benchmark in
    let folder = try BenchmarkFolder()
    defer { folder.remove() }
    benchmark.startMeasurement()
    let workspace = try folder.workspace()
    let outcome = try Pipeline(workspace: workspace).run([corpus.path])
    benchmark.stopMeasurement()
    precondition(outcome.agenda.topics.count > 20, "the sample corpus has more than twenty topics")
    try workspace.close()
  }

  Benchmark(
    "run: import, mine and rank 20,000 opinions",
    configuration: .init(metrics: metrics, maxDuration: .seconds(20), maxIterations: 10)
  ) { benchmark in
    let folder = try BenchmarkFolder()
    defer { folder.remove() }
    try opinions.write(to: folder.path("opinions.jsonl"))
    benchmark.startMeasurement()
    let workspace = try folder.workspace()
    let outcome = try Pipeline(workspace: workspace).run([folder.path("opinions.jsonl")])
    benchmark.stopMeasurement()
    let counted = outcome.agenda.topics.reduce(0) { $0 + $1.posts }
    precondition(counted > opinions.count / 2 && counted <= opinions.count, "most opinions recur, none twice")
    try workspace.close()
  }
}

/// A folder for one iteration.
struct BenchmarkFolder {
  private let url = FileManager.default.temporaryDirectory.appendingPathComponent(
    "minyi-bench-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func workspace() throws -> Workspace {
    try Workspace(path: path("w.sqlite"), dictionaries: Dictionaries(path: SampleCorpus.dictionaries))
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
