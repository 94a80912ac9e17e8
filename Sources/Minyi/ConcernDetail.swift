public import MinyiModel
public import MinyiStore

/// A concern with everything that `show` tells about it.
public struct ConcernDetail: Sendable {
  /// As analysts changed it.
  public var concern: ConcernRecord
  /// The label of its theme; nil where it has none.
  public var theme: String?
  /// All of its opinions, nearest to the centroid first, of equals by key.
  public var members: [Member]

  /// An opinion of the concern.
  public struct Member: Sendable {
    /// As it is kept.
    public var opinion: Opinion
    /// The number in this workspace; the id that people know is `opinion.key`.
    public var id: OpinionID
    /// Cosine to the concern's centroid; 0 where none was kept.
    public var similarity: Double
    /// The number of its text; equal texts have the same.
    public var document: Int
    /// The text that it repeats or nearly repeats; its own if none.
    public var copyOf: Int
    /// True if it is much less like the others than most of them are: it may belong elsewhere.
    public var isBorderline = false
  }

  /// A member below this share of the median similarity is borderline.
  static let borderlineShare = 0.7

  /// Opinions by month, from the first month to the last, silent months included; those without a time left out.
  public var trend: [(month: String, count: Int)] {
    let months = members.compactMap { $0.opinion.time?.monthNumber }
    guard let first = months.min(), let last = months.max() else { return [] }
    var counts = [Int](repeating: 0, count: last - first + 1)
    for month in months { counts[month - first] += 1 }
    return counts.enumerated().map { offset, count in
      let (year, month) = ((first + offset) / 12, (first + offset) % 12 + 1)
      return ("\(year)-\(month < 10 ? "0" : "")\(month)", count)
    }
  }

  /// Opinions by place, most first.
  public var places: [(place: String, count: Int)] {
    var counts: [String: Int] = [:]
    for case let place? in members.map(\.opinion.place) { counts[place, default: 0] += 1 }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }
}

extension ConcernDetail {
  /// Opinions with their assignments, nearest to the centroid first.
  static func members(_ stored: [StoredOpinion], _ assigned: [AssignmentRecord]) -> [Member] {
    let similarities = assigned.map { $0.similarity ?? 0 }.sorted()
    let least = similarities.isEmpty ? 0 : borderlineShare * similarities[similarities.count / 2]
    return zip(stored, assigned).map {
      Member(
        opinion: $0.opinion, id: $0.id, similarity: $1.similarity ?? 0, document: $1.document,
        copyOf: $1.copyOf, isBorderline: ($1.similarity ?? 0) < least)
    }.sorted {
      $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.opinion.key < $1.opinion.key
    }
  }
}

extension Workspace {
  /// The concern with the number `id`, its members by similarity.
  public func concern(_ id: ConcernID) throws -> ConcernDetail {
    let results = try results()
    guard let concern = results.concerns.first(where: { $0.id == id }) else {
      throw MinyiError.unknownConcern("\(id.rawValue)")
    }
    let assigned = results.assignments.filter { $0.concern == id }
    let stored = try store.opinions(assigned.map(\.opinion))
    return ConcernDetail(
      concern: concern, theme: results.themes.first { $0.id == concern.theme }?.label,
      members: ConcernDetail.members(stored, assigned))
  }

  /// Where the opinion with the id `key` went; nowhere before the first run.
  public func opinion(_ key: String) throws -> OpinionDetail {
    guard let stored = try store.opinion(key: key) else { throw MinyiError.unknownOpinion(key) }
    guard let mined = try store.lastResults() else {
      return OpinionDetail(opinion: stored.opinion, companions: 0)
    }
    let results = try store.editedResults(mined)
    let assignment = results.assignments.first { $0.opinion == stored.id }
    let concern = assignment?.concern.flatMap { id in results.concerns.first { $0.id == id } }
    return OpinionDetail(
      opinion: stored.opinion, assignment: assignment, concern: concern,
      theme: results.themes.first { $0.id == assignment?.theme }?.label,
      companions: concern.map { found in results.assignments.count { $0.concern == found.id } - 1 } ?? 0)
  }

  /// For every opinion its id in the file, concern and theme, ordered by id.
  public func assignments() throws -> [(key: String, concern: ConcernID?, theme: ThemeID?)] {
    let results = try results()
    let keys = try store.keys()
    return results.assignments.map { (key: keys[$0.opinion] ?? "", concern: $0.concern, theme: $0.theme) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
