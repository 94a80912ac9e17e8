import MinyiAgenda
public import MinyiFiles
import MinyiIndex
import MinyiModel
import MinyiText
import Synchronization

/// Scores opinions against the concerns and themes of a workspace: see <doc:BulkScoring>.
///
///     let scorer = try workspace.scorer()
///     let score = try scorer.score(body: "路灯不亮")
///     print(score?.nearest?.label ?? "new")
///
/// It keeps what it looks up in memory, about a kilobyte a text of the workspace, and does not see later changes. A score
/// depends on the text, the results of the last run, what analysts changed, the dictionaries and the profile only.
/// Thread-safe; any number of threads may score at once.
public struct Scorer: Sendable {
  /// The concerns that opinions are compared with.
  public var concernCount: Int { model.concerns.count }
  /// Opinions of the run that it was made of.
  public var opinionCount: Int { model.opinionCount }
  /// A text that is in the workspace belongs to the concern that it is in there, whatever is nearest.
  package var usesKnownTexts = true

  let model: ScoringModel
  let threads: ParallelChunks
  let analyzers: AnalyzerPool
  let dictionaries: Dictionaries
  private let pool: ScoringPool

  init(_ model: ScoringModel, dictionaries: Dictionaries, analyzers: AnalyzerPool, threads: ParallelChunks) {
    self.model = model
    self.dictionaries = dictionaries
    self.analyzers = analyzers
    self.threads = threads
    pool = ScoringPool(model, dictionaries: dictionaries)
  }

  /// The score of one opinion; nil where title and body say nothing. O(characters).
  public func score(title: String = "", body: String) throws -> OpinionScore? {
    let record = OpinionRecord(title: title, body: body)
    return try analyzers.withAnalyzer { analyzer in
      try pool.withThread {
        try $0.score(record, with: analyzer, usesKnownTexts: usesKnownTexts)?.score
      }
    }
  }

  /// What comes of `rows`, in their order. Texts that are new go into `emerging` as well.
  public func scores(of rows: [RowOutcome], emerging: EmergingTexts? = nil) throws -> [ScoredRow] {
    try analyzers.withAnalyzer { analyzer in
      try pool.withThread { thread in
        try rows.map { row in
          switch row {
          case .blank(let line): return .blank(line: line)
          case .malformed(let problem): return .malformed(problem)
          case .opinion(let record):
            guard
              let (score, hash) = try thread.score(record, with: analyzer, usesKnownTexts: usesKnownTexts)
            else { return .blank(line: record.line) }
            let id = thread.id(of: record)
            if score.status == .new { emerging?.add(score, hash: hash, line: record.line, id: id) }
            return .opinion(line: record.line, id: id, score: score)
          }
        }
      }
    }
  }

  /// Scores the rows of `input` and hands what `render` makes of a batch of them to `write`, batch after batch in the order
  /// of the rows.
  ///
  /// `render` is called by several threads, `write` by this one. A few batches are in memory at any time: when `write`
  /// waits, reading waits. Throws what `write` throws.
  @discardableResult
  public func score<Output: Sendable>(
    _ input: OpinionStream, _ options: ScoringOptions = ScoringOptions(), emerging: EmergingTexts? = nil,
    progress: ProgressHandler? = nil, render: @escaping @Sendable ([ScoredRow]) -> Output,
    write: (Output) throws -> Void
  ) throws -> ScoringSummary {
    var summary = ScoringSummary()
    let batches = OrderedBatches<(Output, ScoringSummary)>(threadCount: threads.threadCount)
    func handOn(_ done: (Output, ScoringSummary)) throws {
      summary.add(done.1)
      try write(done.0)
    }
    try input.forEachBatch { rows, bytesRead in
      // More is waited for: what is done must not wait with it.
      if rows.isEmpty { return try batches.finish(handOn) }
      let wanted = wanted(of: rows, options)
      if !wanted.rows.isEmpty {
        try batches.take(handOn) {
          let scored = try scores(of: wanted.rows, emerging: emerging)
          var part = ScoringSummary()
          for row in scored { part.count(row) }
          return (render(scored), part)
        }
      }
      if let problem = wanted.problem {
        try batches.finish(handOn)
        throw MinyiError(problem.message(path: input.path), exitCode: 65)
      }
      progress?(
        Progress(
          step: .score, completed: bytesRead, total: input.byteCount, rowCount: summary.rows))
    }
    try batches.finish(handOn)
    return summary
  }

  /// The rows that are to be scored, and the first that may not be.
  private func wanted(of rows: [RowOutcome], _ options: ScoringOptions) -> (
    rows: [RowOutcome], problem: RowProblem?
  ) {
    let late = options.fromLine > 1 ? rows.filter { $0.line >= options.fromLine } : rows
    guard options.isStrict else { return (late, nil) }
    for (i, row) in late.enumerated() {
      if case .malformed(let problem) = row { return (Array(late[..<i]), problem) }
    }
    return (late, nil)
  }
}

extension RowOutcome {
  /// The physical line on which the row starts.
  fileprivate var line: Int {
    switch self {
    case .opinion(let record): record.line
    case .blank(let line): line
    case .malformed(let problem): problem.line
    }
  }
}

/// Lends the working memory of scoring to threads.
private final class ScoringPool: Sendable {
  /// Moves it between threads. Safe because the pool lends each box to one thread at a time.
  private struct Box: @unchecked Sendable {
    let thread: ScoringThread
  }

  private let idle = Mutex<[Box]>([])
  private let model: ScoringModel
  private let preparer: OpinionPreparer
  private let reader: SignalReader
  private let extractor: TermExtractor
  private let cache = TextCache<TextReading>()

  init(_ model: ScoringModel, dictionaries: Dictionaries) {
    self.model = model
    preparer = OpinionPreparer(
      cleaner: Cleaner(), authorKey: (0, 0), blankAnswers: dictionaries.blankAnswers)
    reader = SignalReader(dictionaries.signalWords)
    extractor = TermExtractor(rules: dictionaries.termRules)
  }

  func withThread<Result>(_ body: (ScoringThread) throws -> Result) rethrows -> Result {
    let box =
      idle.withLock { $0.popLast() }
      ?? Box(
        thread: ScoringThread(
          model, preparer: preparer, reader: reader, extractor: extractor, cache: cache))
    defer { idle.withLock { $0.append(box) } }
    return try body(box.thread)
  }
}
