import MinyiAgenda

extension Workspace {
  /// What scores opinions against the results of the last run, as analysts changed them.
  ///
  /// - Parameter agenda: profile and weights of the concerns' scores.
  ///
  /// Throws a `StoreError` if nothing was mined. O(opinions); for many opinions, make one and keep it.
  public func scorer(_ agenda: AgendaOptions = AgendaOptions()) throws -> Scorer {
    let analyzers = try AnalyzerPool(dictionaries: dictionaries)
    let model = try ScoringModelBuilder(workspace: self, analyzers: analyzers, agenda: agenda).model()
    store.releaseMemory()
    return Scorer(model, dictionaries: dictionaries, analyzers: analyzers, threads: threads)
  }
}
