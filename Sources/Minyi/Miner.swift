import Foundation
import MinyiAgenda
import MinyiIndex
public import MinyiModel
public import MinyiStore
import MinyiText
import MinyiTopics

/// Finds the concerns and themes of a workspace: segment, index, group, name (steps four to six of a run).
public struct Miner: Sendable {
  /// Part of the manifest of what is mined.
  public var options = MineOptions()
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks
  /// Told of the steps index, group and name.
  public var progress: ProgressHandler?
  /// Takes the time of the stages, where somebody asks.
  public var clock: StageClock?

  private let store: WorkspaceStore
  private let dictionaries: Dictionaries

  init(store: WorkspaceStore, dictionaries: Dictionaries, threads: ParallelChunks) {
    self.store = store
    self.dictionaries = dictionaries
    self.threads = threads
  }

  /// Mines the workspace and returns what is to be kept. Depends on the opinions, the dictionaries and the options only.
  public func mine() throws -> RunResult {
    // 1. distinct texts in an order that rows do not influence
    let analyzers = try AnalyzerPool(dictionaries: dictionaries)
    // 2. segment, read signals, count terms
    let (collection, indexer, reading) = try clock.measure(.index) {
      let collection = try TextCollection(store: store)
      let indexer = self.indexer(of: collection, analyzers)
      return (collection, indexer, try indexer.read())
    }
    store.releaseMemory()
    try Task.checkCancellation()
    // 3. keep what was read for the next run; beside it the index and the near copies
    progress?(Progress(step: .group, completed: 0, total: 1))
    let (_, (index, vectors, leaders)) = try threads.both {
      try indexer.keep(reading)
    } _: {
      let (index, vectors) = clock.measure(.index, isAlone: false) {
        let index = indexer.index(of: reading)
        return (index, DocumentVectors(matrix: index.matrix, vocabulary: index.vocabulary))
      }
      let leaders = try clock.measure(.copies, isAlone: false) {
        try self.leaders(collection, analyzers, reading.sketches)
      }
      return (index, vectors, leaders)
    }
    // 4. concerns; beside them themes, which do not need them
    let (concerns, themes) = try threads.both {
      var finder = ConcernFinder(threads: threads)
      finder.cut = options.concernCut
      return clock.measure(.concerns, isAlone: false) {
        finder.concerns(of: vectors, postCounts: collection.opinions.map(\.count), leaders: leaders)
      }
    } _: {
      clock.measure(.themes, isAlone: false) {
        ThemeFinder(count: options.themeCount, threads: threads).themes(of: vectors)
      }
    }
    progress?(Progress(step: .group, completed: 1, total: 1))
    try Task.checkCancellation()
    // 5. name and quote; beside it who went where
    let naming = Naming(
      collection: collection, analyzers: analyzers, rules: dictionaries.termRules,
      vocabulary: index.vocabulary, vectors: vectors, threads: threads, progress: progress)
    let ((themeRecords, concernRecords), (assignments, keys)) = try clock.measure(.name) {
      try threads.both {
        (try naming.records(of: themes), try naming.records(of: concerns, themes: themes))
      } _: {
        (self.assignments(collection, concerns, themes, index.signals), try store.keys())
      }
    }
    try Task.checkCancellation()
    return RunResult(
      record: try manifest(collection, concernRecords, themeRecords, assignments, keys: keys),
      themes: themeRecords,
      concerns: concernRecords, assignments: assignments)
  }

  /// The document vectors that a run would group.
  func vectors() throws -> DocumentVectors {
    let indexer = self.indexer(
      of: try TextCollection(store: store), try AnalyzerPool(dictionaries: dictionaries))
    let index = indexer.index(of: try indexer.read())
    return DocumentVectors(matrix: index.matrix, vocabulary: index.vocabulary)
  }

  private func indexer(of collection: TextCollection, _ analyzers: AnalyzerPool) -> CollectionIndexer {
    CollectionIndexer(
      collection: collection, store: store, dictionaries: dictionaries, analyzers: analyzers,
      options: options.index, threads: threads, progress: progress)
  }

  private func leaders(
    _ collection: TextCollection, _ analyzers: AnalyzerPool, _ sketches: [MinHash]
  ) throws -> [DocumentID] {
    try CopyFinder(threads: threads).leaders(of: sketches) { documents in
      let texts = try collection.texts(of: documents.map(\.index))
      return try analyzers.withAnalyzer { analyzer in
        texts.map { text in
          var shingles = ShingleSet()
          for part in [text.title, text.body] { analyzer.withUnits(of: part) { shingles.add($0) } }
          return shingles
        }
      }
    }
  }

  private func assignments(
    _ collection: TextCollection, _ concerns: [Concern], _ themes: [Theme], _ signals: [TextSignals?]
  ) -> [AssignmentRecord] {
    var concernOf = [(id: ConcernID, similarity: Double)?](repeating: nil, count: collection.documentCount)
    var copyOf = Array(0..<collection.documentCount)
    for concern in concerns {
      for (i, member) in concern.members.enumerated() {
        concernOf[member.index] = (concern.id, concern.similarities[i])
        copyOf[member.index] = concern.copiesOf[i].index
      }
    }
    var themeOf = [ThemeID?](repeating: nil, count: collection.documentCount)
    for theme in themes { for member in theme.members { themeOf[member.index] = theme.id } }
    return collection.opinions.enumerated().flatMap { document, opinions in
      let line = signals[document]?.line
      return opinions.map { opinion in
        AssignmentRecord(
          opinion: opinion, concern: concernOf[document]?.id, theme: themeOf[document], document: document,
          copyOf: copyOf[document], similarity: concernOf[document]?.similarity, signals: line)
      }
    }
  }

  private func manifest(
    _ collection: TextCollection, _ concerns: [ConcernRecord], _ themes: [ThemeRecord],
    _ assignments: [AssignmentRecord], keys: [OpinionID: String]
  ) throws -> RunRecord {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let settings = RunSettings(options: options, dictionaries: dictionaries.contentHash)
    let resultHash = ResultHash.hash(of: assignments, concerns, themes, keys: keys)
    return RunRecord(
      settings: String(decoding: try encoder.encode(settings), as: UTF8.self),
      versions: String(decoding: try encoder.encode(RunVersions()), as: UTF8.self),
      opinionCount: collection.opinionCount, documentCount: collection.documentCount,
      inputHash: try store.inputHash().description, resultHash: resultHash.description)
  }
}
