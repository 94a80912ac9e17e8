import MinyiEvaluation
import MinyiModel
import MinyiStore

extension Workspace {
  /// Compares the themes and concerns of the last run with gold labels, and looks at their words and their stability.
  ///
  /// - Parameters:
  ///   - gold: the classes, by id.
  ///   - resamples: samples to mine for the stability, 2 or more; 0 leaves it out.
  ///   - folder: where copies of the workspace stay while they are mined: only its owner should see into it.
  ///   - progress: called now and then.
  ///
  /// Throws a `MinyiError` (65) if no opinion has a class, and a `StoreError` if nothing was mined. Depends on the
  /// opinions, the results, the gold labels and the dictionaries only.
  public func evaluation(
    against gold: GoldFile, resamples: Int = 0, in folder: String, progress: ProgressHandler? = nil
  ) throws -> EvaluationDocument {
    let results = try store.results()
    let keys = try store.keys()
    let opinions = results.assignments.map { (id: $0.opinion, key: keys[$0.opinion] ?? "") }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let groupings = GroupingKind.allCases.map { OpinionGrouping($0, of: results) }
    var document = EvaluationDocument(
      gold: gold.themes.file, opinions: opinions.count,
      groupings: try groupings.map {
        try GroupingEvaluation(grouping: $0, gold: gold[$0.kind], opinions: opinions).document()
      })
    try addCoherence(of: groupings, to: &document, progress)
    if resamples > 1 {
      // The options of the run; the usual ones where an earlier version wrote them otherwise.
      let options = RunManifest(results.record).settings?.options ?? MineOptions()
      let stability = Stability(
        store: store, dictionaries: dictionaries, threads: threads, options: options,
        folder: folder, progress: progress)
      let measured = try stability.measure(resamples, of: opinions.map(\.id))
      for i in groupings.indices { document.groupings[i].stability = measured[groupings[i].kind] }
    }
    return document
  }

  private func addCoherence(
    of groupings: [OpinionGrouping], to document: inout EvaluationDocument, _ progress: ProgressHandler?
  ) throws {
    let words = WordCoherence(
      collection: try TextCollection(store: store), analyzers: try AnalyzerPool(dictionaries: dictionaries),
      rules: dictionaries.termRules, threads: threads)
    // All lists at once: the texts are read once.
    var lists: [[String]] = []
    for grouping in groupings {
      lists += try words.words(of: grouping.groups.map(\.label))
      lists += grouping.groups.map { Array($0.terms.prefix(WordCoherence.termCount)) }
    }
    var rest = try words.coherence(of: lists, progress: progress)[...]
    for (i, grouping) in groupings.enumerated() {
      document.groupings[i].labels.words = .init(rest.prefix(grouping.groups.count))
      rest = rest.dropFirst(grouping.groups.count)
      document.groupings[i].terms = .init(rest.prefix(grouping.groups.count))
      rest = rest.dropFirst(grouping.groups.count)
    }
  }
}

extension EvaluationDocument.Coherence {
  fileprivate init(_ values: ArraySlice<Double?>) {
    let known = values.compactMap { $0 }
    self.init(
      npmi: known.isEmpty
        ? nil : (known.reduce(0, +) / Double(known.count)).rounded(toDigits: EvaluationDocument.digits),
      groups: known.count)
  }
}
