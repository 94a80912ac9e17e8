import Foundation
import MinyiFiles
import MinyiModel
import MinyiStore

/// Runs everything that Minyi does over one corpus, stage by stage, with times, memory and, where there are gold labels,
/// quality.
///
/// Every run has a workspace of its own, so that no run finds what an earlier one kept.
public struct CorpusBenchmark: Sendable {
  /// How the file is read, by import and by scoring.
  public var readOptions = ReadOptions()
  /// What is mined.
  public var mineOptions = MineOptions()
  /// Profile and list that are ranked and scored by.
  public var agendaOptions = AgendaOptions()
  /// Classes to compare the groupings with; nil: nothing is said of quality.
  public var gold: GoldFile?
  /// Runs; the document has their medians.
  public var repeats = 3
  /// Told of the steps of every run.
  public var progress: ProgressHandler?

  private let path: String
  private let dictionaries: Dictionaries
  private let threadCount: Int

  /// - Parameters:
  ///   - path: a file; a pipe could be read once only.
  ///   - threadCount: nil: as many as there are processors.
  public init(path: String, dictionaries: Dictionaries, threadCount: Int? = nil) {
    self.path = path
    self.dictionaries = dictionaries
    self.threadCount = threadCount ?? ParallelChunks.availableThreadCount
  }

  /// What one run gives.
  private struct Run {
    var readings: [StageClock.Reading]
    var result: RunResult
    var quality: [BenchmarkDocument.Quality]
  }

  /// Runs the corpus `repeats` times.
  ///
  /// - Parameter folder: where the workspaces stay while they are used: only its owner should see into it.
  public func document(in folder: String) throws -> BenchmarkDocument {
    let content = try ExportManifest.content(ofFile: path)
    let runs = try (0..<max(1, repeats)).map { try run($0, in: folder) }
    let record = runs[0].result.record
    guard runs.allSatisfy({ $0.result.record.resultHash == record.resultHash }) else {
      throw MinyiError(
        "同样的输入得到了不同的结果。请报告此问题。(the same input gave different results; please report it)", exitCode: 70)
    }
    let stages = StageClock.Stage.allCases.compactMap { stage -> BenchmarkDocument.Stage? in
      let readings = runs.flatMap { $0.readings.filter { $0.stage == stage } }
      if readings.isEmpty { return nil }
      return BenchmarkDocument.Stage(
        name: stage.rawValue, seconds: readings.map(\.seconds), opinions: record.opinionCount,
        peakMegabytes: readings.map(\.peakMegabytes).max() ?? 0)
    }
    return BenchmarkDocument(
      versions: RunVersions(), machine: BenchmarkDocument.Machine.this,
      input: .init(
        file: URL(fileURLWithPath: path).lastPathComponent, bytes: content.byteCount,
        hash: content.hash.description, opinions: record.opinionCount, texts: record.documentCount),
      threads: threadCount, repeats: runs.count, stages: stages, run: whole(runs),
      resultHash: record.resultHash, quality: runs[0].quality)
  }

  /// From the file to the agenda. Of stages side by side the longer way counts.
  private func whole(_ runs: [Run]) -> BenchmarkDocument.Stage {
    let seconds = runs.map { run in
      func time(_ stage: StageClock.Stage) -> Double {
        run.readings.first { $0.stage == stage }?.seconds ?? 0
      }
      let groups = max(time(.copies) + time(.concerns), time(.themes))
      return time(.import) + time(.index) + groups + time(.name) + time(.keep) + time(.rank)
    }
    return BenchmarkDocument.Stage(
      name: "run", seconds: seconds, opinions: runs[0].result.record.opinionCount,
      peakMegabytes: runs.flatMap(\.readings).filter { ![.load, .score].contains($0.stage) }
        .map(\.peakMegabytes).max() ?? 0)
  }

  private func run(_ number: Int, in folder: String) throws -> Run {
    let clock = StageClock()
    let file = URL(fileURLWithPath: folder).appendingPathComponent("bench-\(number).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
    let workspace = try Workspace(path: file, dictionaries: dictionaries, threadCount: threadCount)
    var importer = workspace.importer()
    importer.options = readOptions
    importer.progress = progress
    _ = try clock.measure(.import) { try importer.importFile(path) }
    guard try workspace.opinionCount() > 0 else {
      throw MinyiError.noOpinions
    }
    let result = try workspace.mine(mineOptions, progress: progress, clock: clock)
    _ = try clock.measure(.rank) { try workspace.agenda(agendaOptions, of: result) }
    let scorer = try clock.measure(.load) { try workspace.scorer(agendaOptions) }
    let stream = try OpinionStream(path: path, options: readOptions)
    try clock.measure(.score) {
      _ = try scorer.score(stream, progress: progress, render: { $0.count }, write: { _ in })
    }
    let agreement =
      try number == 0 ? gold.map { try quality(of: workspace, $0, in: folder) } ?? [] : []
    try workspace.close()
    return Run(readings: clock.readings, result: result, quality: agreement)
  }

  private func quality(of workspace: Workspace, _ gold: GoldFile, in folder: String) throws
    -> [BenchmarkDocument.Quality]
  {
    try workspace.evaluation(against: gold, in: folder).groupings.map {
      BenchmarkDocument.Quality(kind: $0.kind, evaluated: $0.evaluated, agreement: $0.agreement)
    }
  }
}

extension BenchmarkDocument.Machine {
  /// The machine that this runs on.
  static var this: BenchmarkDocument.Machine {
    let process = ProcessInfo.processInfo
    let cpus = String(
      decoding: FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data(), as: UTF8.self)
    let model = cpus.split(separator: "\n").first { $0.hasPrefix("model name") }
    return .init(
      system: process.operatingSystemVersionString,
      processor: model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "",
      processors: process.processorCount, memoryMegabytes: Int(process.physicalMemory / (1 << 20)))
  }
}
