public import MinyiModel
public import MinyiStore

/// A workspace: one SQLite file with opinions, results and the record of every run.
///
///     let workspace = try Workspace(path: "意见.sqlite")
///     try workspace.importer().importFile("意见.csv")
///     try workspace.mine()
///     let agenda = try workspace.agenda()
///
/// Thread-safe; results depend on the opinions, the dictionaries and the options only.
public struct Workspace: Sendable {
  /// The path of the file, as it was given.
  public let path: String
  /// Those it was opened with and the words that were added to the workspace.
  public private(set) var dictionaries: Dictionaries
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks
  package let store: WorkspaceStore
  private let givenDictionaries: Dictionaries

  /// Opens the workspace at `path`; with `.create` it is made if it is not there.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - mode: whether it must be there.
  ///   - dictionaries: nil: the ones that come with the program.
  ///   - threadCount: nil: as many as there are processors.
  public init(
    path: String, mode: WorkspaceStore.Mode = .create, dictionaries: Dictionaries? = nil,
    threadCount: Int? = nil
  ) throws {
    self.path = path
    givenDictionaries = try dictionaries ?? Dictionaries()
    self.dictionaries = givenDictionaries
    threads = ParallelChunks(threadCount: threadCount ?? ParallelChunks.availableThreadCount)
    // A bad line of a lexicon is told before there is a workspace; mining finds it compiled.
    if mode == .create { _ = try self.dictionaries.lexicon.compiled() }
    store = try WorkspaceStore(path: path, mode: mode, tokenizer: PairTokenizer.self)
    try readWords()
  }

  /// Brings the dictionaries up to what was decided about words. Refused words change no text, so they are no part.
  mutating func readWords() throws {
    dictionaries = givenDictionaries.adding(try store.wordDecisions().filter { $0.fate != .refused })
  }

  /// Reads opinion files into the workspace.
  public func importer() -> OpinionImporter {
    OpinionImporter(store: store, dictionaries: dictionaries, threads: threads)
  }

  /// Finds concerns and themes.
  public func miner() -> Miner { Miner(store: store, dictionaries: dictionaries, threads: threads) }

  /// Mines with `options` and keeps the results in place of the last ones.
  ///
  /// - Parameter clock: takes the time of the stages.
  @discardableResult
  public func mine(
    _ options: MineOptions = MineOptions(), progress: ProgressHandler? = nil, clock: StageClock? = nil
  ) throws -> RunResult {
    let result = try mined(options, progress: progress, clock: clock)
    try Task.checkCancellation()
    try clock.measure(.keep) { try store.replaceResults(by: result) }
    return try store.editedResults(result)
  }

  /// What is to take the place of the last results, not yet kept.
  func mined(_ options: MineOptions, progress: ProgressHandler?, clock: StageClock? = nil) throws -> RunResult
  {
    var miner = miner()
    miner.options = options
    miner.progress = progress
    miner.clock = clock
    return ConcernLineage(
      previous: try store.minedConcerns(), highest: try store.highestConcern()
    ).continued(try miner.mine())
  }

  /// The results of the last run, as analysts changed them.
  public func results() throws -> RunResult { try store.editedResults() }

  /// The manifest of the last run; nil before the first.
  public func lastRun() throws -> RunRecord? { try store.lastRun() }

  /// A hash over all opinions as they are kept, in whatever order they came; in the manifest of every run. O(opinions).
  public func inputHash() throws -> ContentHash { try store.inputHash() }

  /// Opinions in the workspace.
  public func opinionCount() throws -> Int { try store.opinionCount() }

  /// The imported files with the fates of their rows.
  public func imports() throws -> [ImportRecord] { try store.imports() }

  /// Writes everything into the one file. The workspace cannot be used afterwards.
  public func close() throws { try store.close() }
}
