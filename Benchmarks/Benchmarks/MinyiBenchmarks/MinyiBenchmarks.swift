import Benchmark
import Foundation
import Minyi

/// Each benchmark checks its own result: a fast wrong answer stops the run.
let benchmarks: @Sendable () -> Void = {
  let metrics: [BenchmarkMetric] = [.wallClock, .throughput, .peakMemoryResident]

  segmentationBenchmarks(metrics: metrics)
  workbookBenchmarks(metrics: metrics)
  indexBenchmarks(metrics: metrics)
  runBenchmarks(metrics: metrics)
  searchBenchmarks(metrics: metrics)
}

/// The sample corpus of the project, found from this file's own place.
struct SampleCorpus: Sendable {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL
  static let dictionaries = project.appendingPathComponent("Dictionaries").path

  let path = SampleCorpus.project.appendingPathComponent("Corpus/qinghe.csv").path
  let rows: [(title: String, body: String)]

  init() { rows = SampleCorpus.rows(path) }

  var texts: [String] { rows.map(\.body) }

  /// Titles and bodies of the opinions in a file.
  static func rows(_ path: String) -> [(title: String, body: String)] {
    var rows: [(title: String, body: String)] = []
    do {
      try OpinionFile.open(path).forEachRow { row, _ in
        if case .opinion(let record) = row { rows.append((record[.title] ?? "", record[.body] ?? "")) }
      }
    } catch {
      preconditionFailure("cannot read \(path): \(error)")
    }
    return rows
  }
}
