import Foundation
import MinyiAgenda
import MinyiModel
import MinyiStore
import MinyiText

/// Checks a workspace against what it says of itself: the file, every opinion, the last run and its results.
///
/// Nothing is written to the workspace.
public struct WorkspaceVerifier: Sendable {
  /// Make the last run once more and compare.
  public var minesAgain = true
  /// Told of opinions that were read, then of the steps of the run that is made once more.
  public var progress: ProgressHandler?

  private let workspace: Workspace
  /// A folder for the copy that is mined.
  private let folder: String

  /// - Parameters:
  ///   - workspace: what is looked at; nothing is written to it.
  ///   - folder: exists, and is removed by the caller with all that is in it: residents' words.
  public init(_ workspace: Workspace, folder: String) {
    self.workspace = workspace
    self.folder = folder
  }

  /// All checks in order. Those that cannot be made, or that an earlier one makes idle, are skipped.
  public func checks() throws -> [VerificationCheck] {
    let problems = try workspace.store.integrityProblems()
    guard problems.isEmpty else {
      let list = problems.joined(separator: "; ")
      return [.init(.integrity, .failed, Wording("文件已损坏：\(list)", "damaged: \(list)"))]
    }
    var checks = [
      VerificationCheck(.integrity, .passed, Wording("SQLite 未发现问题", "SQLite finds nothing wrong")),
      try opinions(),
    ]
    guard let results = try workspace.store.lastResults() else {
      let reason = Wording("还没有归并", "nothing mined yet")
      return checks
        + [.input, .results, .quotes, .versions, .dictionaries, .rerun].map { .init($0, .skipped, reason) }
    }
    let manifest = RunManifest(results.record)
    checks += [
      try input(manifest), try self.results(results), try quotes(results), versions(manifest),
      dictionaries(manifest), try rerun(manifest),
    ]
    return checks
  }

  private func opinions() throws -> VerificationCheck {
    let cleaner = Cleaner()
    var (count, changed) = (0, [String]())
    try workspace.store.forEachOpinion { stored in
      count += 1
      if count % 1000 == 0 { progress?(Progress(step: .read, completed: count)) }
      let opinion = stored.opinion
      let text = [opinion.title, opinion.body].map { cleaner.normalize($0).string }.joined(separator: "\n")
      if opinion.contentHash != stored.recordHash || ContentHash(text) != stored.textHash {
        changed.append(opinion.key)
      }
    }
    if changed.isEmpty {
      return .init(
        .opinions, .passed, Wording("\(count) 条意见与其哈希相符", "\(count) opinions agree with their hashes"))
    }
    let shown = changed.prefix(5).joined(separator: ", ")
    return .init(
      .opinions, .failed,
      Wording(
        "\(changed.count) 条意见与其哈希不符：\(shown)", "\(changed.count) opinions differ from their hashes: \(shown)")
    )
  }

  private func input(_ manifest: RunManifest) throws -> VerificationCheck {
    if manifest.inputHash.isEmpty {
      return .init(
        .input, .skipped, Wording("旧版本的运行没有记录输入哈希", "the run is of a version that kept no input hash"))
    }
    let count = try workspace.opinionCount()
    let found = try workspace.store.inputHash().description
    if found != manifest.inputHash {
      return .init(
        .input, .failed,
        Wording(
          "上次归并时有 \(manifest.opinions) 条意见，现有 \(count) 条，有增加或改动；请重新运行 minyi mine",
          "the last run looked at \(manifest.opinions) opinions, there are \(count) now, with additions or changes; "
            + "run `minyi mine` again"))
    }
    return .init(
      .input, .passed,
      Wording("\(count) 条意见与上次归并时相同", "\(count) opinions, the same as in the last run"))
  }

  private func results(_ results: RunResult) throws -> VerificationCheck {
    let found = ResultHash.hash(
      of: results.assignments, results.concerns, results.themes, keys: try workspace.store.keys())
    return .init(
      .results, expected: results.record.resultHash, found: found.description,
      same: Wording(
        "\(results.concerns.count) 个诉求点、\(results.themes.count) 个主题与清单相符",
        "\(results.concerns.count) concerns and \(results.themes.count) themes agree with the manifest"))
  }

  private func quotes(_ results: RunResult) throws -> VerificationCheck {
    var (count, wrong) = (0, [String]())
    for concern in results.concerns {
      let opinions = Dictionary(
        try workspace.store.opinions(concern.quotes.map(\.opinion)).map { ($0.id, $0.opinion) },
        uniquingKeysWith: { first, _ in first })
      for quote in concern.quotes {
        count += 1
        let text = opinions[quote.opinion].map { quote.field == .title ? $0.title : $0.body } ?? ""
        let span = text.unicodeScalars.dropFirst(quote.start).prefix(max(0, quote.end - quote.start))
        if String(String.UnicodeScalarView(span)) != quote.text { wrong.append("\(concern.id.rawValue)") }
      }
    }
    if wrong.isEmpty {
      return .init(.quotes, .passed, Wording("\(count) 句原话一字不差", "\(count) quotes are verbatim"))
    }
    let shown = wrong.prefix(5).joined(separator: ", ")
    return .init(
      .quotes, .failed,
      Wording("\(wrong.count) 句原话与意见不符，诉求点：\(shown)", "\(wrong.count) quotes differ, of concerns \(shown)"))
  }

  private func versions(_ manifest: RunManifest) -> VerificationCheck {
    guard let then = manifest.versions else {
      return .init(.versions, .failed, Wording("清单里的版本读不出", "the manifest's versions cannot be read"))
    }
    let now = RunVersions()
    let differences = [
      ("Minyi", then.minyi, now.minyi), ("ICU", then.icu, now.icu), ("Unicode", then.unicode, now.unicode),
      ("SQLite", then.sqlite, now.sqlite),
    ].filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) → \($0.2)" }
    let list = differences.joined(separator: ", ")
    return differences.isEmpty
      ? .init(.versions, .passed, Wording("与归并时相同", "the same as in the run"))
      : .init(.versions, .failed, Wording("与归并时不同：\(list)", "other than in the run: \(list)"))
  }

  private func dictionaries(_ manifest: RunManifest) -> VerificationCheck {
    .init(
      .dictionaries, expected: manifest.settings?.dictionaries ?? "?",
      found: workspace.dictionaries.contentHash,
      same: Wording("与归并时相同", "the same as in the run"))
  }

  /// Mines a copy, so that the workspace stays as it is and nothing that was read before is trusted.
  private func rerun(_ manifest: RunManifest) throws -> VerificationCheck {
    guard minesAgain else { return .init(.rerun, .skipped, Wording("没有要求", "not asked for")) }
    guard let settings = manifest.settings else {
      return .init(.rerun, .failed, Wording("清单里的参数读不出", "the manifest's settings cannot be read"))
    }
    let path = URL(fileURLWithPath: folder).appendingPathComponent("verify.sqlite").path
    try workspace.store.copy(to: path)
    let store = try WorkspaceStore(path: path, mode: .existing)
    var miner = Miner(store: store, dictionaries: workspace.dictionaries, threads: workspace.threads)
    miner.options = settings.options
    miner.progress = progress
    let result = try miner.mine()
    try store.close()
    return .init(
      .rerun, expected: manifest.resultHash, found: result.record.resultHash,
      same: Wording("重新归并，结果相同", "mined again with the same result"))
  }
}
