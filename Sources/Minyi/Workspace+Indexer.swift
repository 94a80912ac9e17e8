import MinyiIndex
import MinyiModel

extension Workspace {
  /// Who counts the terms of this workspace's texts, or of `collection` where only some are wanted.
  func indexer(
    of collection: TextCollection? = nil, analyzers: AnalyzerPool? = nil,
    options: IndexOptions = MineOptions().index, progress: ProgressHandler? = nil
  ) throws -> CollectionIndexer {
    CollectionIndexer(
      collection: try collection ?? TextCollection(store: store), store: store, dictionaries: dictionaries,
      analyzers: try analyzers ?? AnalyzerPool(dictionaries: dictionaries), options: options,
      threads: threads,
      progress: progress)
  }
}
