public import MinyiFiles
public import MinyiStore

extension Workspace {
  /// Imports `files` one after the other, see `OpinionImporter`.
  public func startImport(_ files: [String], options: ReadOptions = ReadOptions()) -> Job<[ImportReport]> {
    Job { progress in
      var importer = importer()
      importer.options = options
      importer.progress = progress
      return try files.map { try importer.importFile($0) }
    }
  }

  /// Mines with `options`, see `mine(_:progress:)`.
  public func startMining(_ options: MineOptions = MineOptions()) -> Job<RunResult> {
    Job { progress in try mine(options, progress: progress) }
  }

  /// Searches, see `search(_:_:progress:)`.
  public func startSearch(_ query: SearchQuery, _ options: SearchOptions = SearchOptions()) -> Job<
    SearchDocument
  > {
    Job { progress in try search(query, options, progress: progress) }
  }
}

extension Pipeline {
  /// Does all of `run(_:)`; `progress` of the pipeline is called too.
  public func start(_ files: [String]) -> Job<Outcome> {
    Job { progress in
      var pipeline = self
      pipeline.progress = { [own = self.progress] in
        own?($0)
        progress($0)
      }
      return try pipeline.run(files)
    }
  }
}
