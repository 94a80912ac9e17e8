import Foundation
public import MinyiAgenda
import MinyiModel
import MinyiStore

extension Workspace {
  /// The agenda of the last run's concerns (step seven of a run).
  public func agenda(_ options: AgendaOptions = AgendaOptions()) throws -> Agenda {
    let results = try store.results()
    let facts = try TopicFactsReader(store: store).facts(of: results)
    var ranker = AgendaRanker(
      profile: try dictionaries.profile(options), departments: dictionaries.signalWords.departments)
    ranker.lens = options.lens
    ranker.resamples = options.resamples
    return ranker.agenda(of: facts.topics, in: facts.collection)
  }
}
