import Foundation
import MinyiEvaluation
import MinyiModel
import MinyiStore

/// Mines samples of the opinions of a run, to see how much its groupings hang on single opinions.
struct Stability {
  let store: WorkspaceStore
  let dictionaries: Dictionaries
  let threads: ParallelChunks
  /// Those of the run.
  let options: MineOptions
  /// Where samples are kept while they are mined.
  let folder: String
  let progress: ProgressHandler?

  /// Of the opinions in each sample.
  static let share = 0.8
  private static let seed: UInt64 = 0x7361_6D70_6C65_7331

  /// Mines `count` samples of `opinions`, which are in an order that rows do not influence, and compares each two on the
  /// opinions that both have. Depends on these and the options only.
  func measure(_ count: Int, of opinions: [OpinionID]) throws -> [GroupingKind: EvaluationDocument.Stability]
  {
    let results = try (0..<count).map { try mine($0, of: opinions) }
    var measured: [GroupingKind: EvaluationDocument.Stability] = [:]
    for kind in GroupingKind.allCases {
      let groupings = results.map { OpinionGrouping(kind, of: $0) }
      let members = results.map { Set($0.assignments.map(\.opinion)) }
      var values: [Double] = []
      for i in 0..<count {
        for j in 0..<i {
          let common = opinions.filter { members[i].contains($0) && members[j].contains($0) }
          values.append(
            ContingencyTable(
              classes: groupings[i].numbers(of: common).numbers,
              groups: groupings[j].numbers(of: common).numbers
            ).adjustedRandIndex)
        }
      }
      guard let low = values.min(), let high = values.max() else { continue }
      measured[kind] = EvaluationDocument.Stability(
        resamples: count, share: Stability.share,
        ari: (values.reduce(0, +) / Double(values.count)).rounded(toDigits: EvaluationDocument.digits),
        low: low.rounded(toDigits: EvaluationDocument.digits),
        high: high.rounded(toDigits: EvaluationDocument.digits))
    }
    return measured
  }

  private func mine(_ number: Int, of opinions: [OpinionID]) throws -> RunResult {
    // In a folder of its own: SQLite puts files beside a database, and may leave them there.
    let own = folder + "/sample-\(number + 1)"
    defer { try? FileManager.default.removeItem(atPath: own) }
    do {
      try FileManager.default.createDirectory(
        atPath: own, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw MinyiError(
        "无法建立临时文件夹 \(own)：\(error.localizedDescription)。(cannot make a temporary folder)", exitCode: 73)
    }
    let sample = try store.sample(drawn(number, from: opinions), path: own + "/workspace.sqlite")
    var miner = Miner(store: sample, dictionaries: dictionaries, threads: threads)
    miner.options = options
    miner.progress = progress
    let result = try miner.mine()
    try sample.close()
    return result
  }

  /// The sample with this number, without replacement.
  private func drawn(_ number: Int, from opinions: [OpinionID]) -> Set<OpinionID> {
    var random = SplitMix64(seed: Stability.seed &+ UInt64(number))
    var rest = opinions
    let size = Int((Double(opinions.count) * Stability.share).rounded())
    for i in 0..<size { rest.swapAt(i, i + random.next(below: rest.count - i)) }
    return Set(rest.prefix(size))
  }
}
