/// People and posts of a concern, or of a whole collection, within a period.
public struct CaseCounts: Sendable, Equatable {
  /// Distinct people; an unknown author counts as one person a text.
  public var people: Int
  /// Opinions, copies included.
  public var posts: Int

  /// Counts that were made elsewhere.
  public init(people: Int = 0, posts: Int = 0) {
    self.people = people
    self.posts = posts
  }

  /// Those of `opinions` whose day is in `range`; all of them where it is nil.
  public init(_ opinions: some Sequence<OpinionFacts>, within range: DayRange?) {
    var voices: [Int64] = []
    for opinion in opinions {
      if let range {
        guard let day = opinion.day, range.contains(day) else { continue }
      }
      voices.append(opinion.voice)
    }
    voices.sort()
    self.init(
      people: voices.indices.count { $0 == 0 || voices[$0] != voices[$0 - 1] }, posts: voices.count)
  }
}
