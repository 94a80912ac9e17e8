import Foundation
import MinyiAgenda
import MinyiModel
import MinyiStore

/// Reads what the agenda counts out of the workspace.
struct TopicFactsReader {
  let store: WorkspaceStore
  let threads: ParallelChunks

  private static let chunkSize = 4096

  /// The topics in the order of their concerns, and the collection they are in.
  ///
  /// - Parameter columns: what is counted of all opinions, where it is at hand.
  func facts(of results: RunResult, columns: [OpinionID: AgendaColumns]? = nil) throws -> (
    topics: [TopicFacts], collection: CollectionFacts
  ) {
    let (topics, opinions, places) = try allFacts(of: results, columns: columns)
    var collection = CollectionFacts(opinions)
    collection.placeLevels = places.map { PlaceLevel(ofPlaceNamed: $0) }
    return (topics, collection)
  }

  /// The topics in the order of their concerns, all opinions, those of no concern too, and the names of places by number.
  func allFacts(of results: RunResult, columns: [OpinionID: AgendaColumns]? = nil) throws -> (
    topics: [TopicFacts], opinions: [OpinionFacts], places: [String]
  ) {
    let columns = try columns ?? store.agendaColumns()
    // 1. each opinion by itself
    let assignments = results.assignments
    let read = try threads.map(count: assignments.count, chunkSize: TopicFactsReader.chunkSize) { range in
      try opinionFacts(of: assignments[range], columns)
    }.joined()
    // 2. people and places by number, opinions by concern
    var persons: [AuthorHash: Int32] = [:]
    var places: [String: Int32] = [:]
    var byConcern: [ConcernID: [OpinionFacts]] = [:]
    var all: [OpinionFacts] = []
    all.reserveCapacity(assignments.count)
    for (assignment, read) in zip(assignments, read) {
      var facts = read.facts
      facts.person = read.author.map { number(of: $0, in: &persons) }
      facts.place = read.place.map { number(of: $0, in: &places) }
      all.append(facts)
      if let concern = assignment.concern { byConcern[concern, default: []].append(facts) }
    }
    let topics = results.concerns.filter { !$0.isHidden }.map { concern in
      TopicFacts(
        concern: concern.id, label: concern.label, theme: concern.theme, opinions: byConcern[concern.id] ?? []
      )
    }
    return (topics, all, places.sorted { $0.value < $1.value }.map(\.key))
  }

  private typealias Read = (facts: OpinionFacts, author: AuthorHash?, place: String?)

  /// The facts of each opinion, without the numbers of person and place.
  private func opinionFacts(
    of assignments: ArraySlice<AssignmentRecord>, _ columns: [OpinionID: AgendaColumns]
  ) throws -> [Read] {
    var signals: (line: String, value: TextSignals)?
    return try assignments.map { assignment in
      var facts = OpinionFacts(
        text: Int32(assignment.copyOf), similarity: Float(assignment.similarity ?? 0))
      facts.opinion = assignment.opinion
      if let line = assignment.signals {
        // Copies of a text follow each other and share their signals.
        if signals?.line != line { signals = (line, try TextSignals(kept: line)) }
        facts.signals = signals?.value ?? TextSignals()
      }
      guard let row = columns[assignment.opinion] else { return (facts, nil, nil) }
      facts.day = row.time.map { Int32($0.dayNumber) }
      facts.likes = row.likes.map { Int32(clamping: $0) }
      facts.dislikes = row.dislikes.map { Int32(clamping: $0) }
      facts.replyDay = row.repliedAt.map { Int32($0.dayNumber) }
      return (facts, row.author, row.place)
    }
  }

  private func number<Key: Hashable>(of key: Key, in numbers: inout [Key: Int32]) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }
}

extension TextSignals {
  /// The signals as they stand in a workspace: a line, or JSON where an earlier version mined it.
  fileprivate init(kept text: String) throws {
    if let signals = TextSignals(line: text) {
      self = signals
    } else {
      self = try JSONDecoder().decode(TextSignals.self, from: Data(text.utf8))
    }
  }
}
