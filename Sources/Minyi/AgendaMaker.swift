import Foundation
public import MinyiAgenda
import MinyiModel
import MinyiStore

/// How an agenda is wanted.
public struct AgendaOptions: Sendable {
  public var profile = "balanced"
  public var lens = Lens.top
  /// Weights over the profile's, as `reach=2,severity=0`.
  public var weights: String?
  public var resamples = 200

  public init() {}
}

extension Workspace {
  /// The agenda of the last run's concerns (step seven of a run).
  public func agenda(_ options: AgendaOptions = AgendaOptions()) throws -> Agenda {
    let results = try store.results()
    let facts = try TopicFactsReader(store: store).facts(of: results)
    var profile = try dictionaries.profile(options.profile)
    if let weights = options.weights { profile = try profile.overriding(weights) }
    var ranker = AgendaRanker(profile: profile, departments: dictionaries.signalWords.departments)
    ranker.lens = options.lens
    ranker.resamples = options.resamples
    return ranker.agenda(of: facts.topics, in: facts.collection)
  }
}

/// Reads what the agenda counts out of the workspace.
struct TopicFactsReader {
  let store: WorkspaceStore

  /// The topics in the order of their concerns, and the collection they are in.
  func facts(of results: RunResult) throws -> (topics: [TopicFacts], collection: CollectionFacts) {
    let columns = try store.agendaColumns()
    var persons: [AuthorHash: Int32] = [:]
    var places: [String: Int32] = [:]
    let decoder = JSONDecoder()
    var signals: (json: String, value: TextSignals)?
    var byConcern: [ConcernID: [OpinionFacts]] = [:]
    var all: [OpinionFacts] = []
    all.reserveCapacity(results.assignments.count)
    for assignment in results.assignments {
      var facts = OpinionFacts(
        text: Int32(assignment.document), similarity: Float(assignment.similarity ?? 0))
      if let json = assignment.signals {
        // Copies of a text follow each other and share their signals.
        if signals?.json != json {
          signals = (json, try decoder.decode(TextSignals.self, from: Data(json.utf8)))
        }
        facts.signals = signals?.value ?? TextSignals()
      }
      if let row = columns[assignment.opinion] {
        facts.person = row.author.map { number(of: $0, in: &persons) }
        facts.place = row.place.map { number(of: $0, in: &places) }
        facts.day = row.time.map { Int32($0.dayNumber) }
        facts.likes = row.likes.map { Int32(clamping: $0) }
        facts.dislikes = row.dislikes.map { Int32(clamping: $0) }
        facts.hasReply = row.hasReply
        facts.replyDay = row.repliedAt.map { Int32($0.dayNumber) }
      }
      all.append(facts)
      if let concern = assignment.concern { byConcern[concern, default: []].append(facts) }
    }
    let topics = results.concerns.map { concern in
      TopicFacts(
        concern: concern.id, label: concern.label, theme: concern.theme, opinions: byConcern[concern.id] ?? []
      )
    }
    return (topics, CollectionFacts(all))
  }

  private func number<Key: Hashable>(of key: Key, in numbers: inout [Key: Int32]) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }
}
