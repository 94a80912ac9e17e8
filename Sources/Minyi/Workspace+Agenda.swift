import Foundation
public import MinyiAgenda
import MinyiModel
public import MinyiStore

extension Workspace {
  /// The agenda of the concerns of `results`, or of the last run where none are at hand (step seven of a run).
  public func agenda(_ options: AgendaOptions = AgendaOptions(), of results: RunResult? = nil) throws
    -> Agenda
  {
    let results = try results ?? self.results()
    let facts = try TopicFactsReader(store: store).facts(of: results)
    var ranker = AgendaRanker(
      profile: try dictionaries.profile(options), departments: dictionaries.signalWords.departments)
    ranker.lens = options.lens
    ranker.resamples = options.resamples
    ranker.threads = threads
    return ranker.agenda(of: facts.topics, in: facts.collection)
  }
}
