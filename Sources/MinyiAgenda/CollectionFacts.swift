/// What is known of the whole collection: which columns it has, its time, its volume.
public struct CollectionFacts: Sendable {
  /// True where an opinion has an author; else people are counted as texts.
  public var hasAuthors = false
  /// True where an opinion has a place; else spread is dropped.
  public var hasPlaces = false
  /// True where an opinion has a date; else persistence and momentum are dropped.
  public var hasTimes = false
  /// True where an opinion has likes or dislikes, 0 too; else endorsement is dropped.
  public var hasLikes = false
  /// The last day of any opinion, in days since 1970-01-01.
  public var lastDay: Int32 = 0
  /// The first day of any opinion; 0, as `lastDay`, where none has a date.
  public var firstDay: Int32 = 0
  /// Opinions within the momentum windows: `windowCounts[w]` in window w before the last day (0 the latest).
  public var windowCounts: [Int] = [0, 0, 0, 0, 0]

  /// By place number; nil where its name says nothing. Places beyond the end say nothing either.
  public var placeLevels: [PlaceLevel?] = []

  /// Days of one window of the momentum criterion: a quarter of a year.
  public static let windowDays: Int32 = 91

  /// A collection without any column.
  public init() {}

  /// The facts of `opinions`, the whole collection. O(opinions).
  public init(_ opinions: some Sequence<OpinionFacts>) {
    var days: [Int32] = []
    for opinion in opinions {
      hasAuthors = hasAuthors || opinion.person != nil
      hasPlaces = hasPlaces || opinion.place != nil
      hasLikes = hasLikes || opinion.likes != nil || opinion.dislikes != nil
      if let day = opinion.day { days.append(day) }
    }
    guard let first = days.min(), let last = days.max() else { return }
    hasTimes = true
    firstDay = first
    lastDay = last
    for day in days {
      if let window = window(of: day) { windowCounts[window] += 1 }
    }
  }

  func placeLevel(of place: Int32) -> PlaceLevel? {
    placeLevels.indices.contains(Int(place)) ? placeLevels[Int(place)] : nil
  }

  /// The window that holds `day`: 0 the last quarter, 1 the one before, … 4 the same quarter a year ago.
  func window(of day: Int32) -> Int? {
    let window = Int((lastDay - day) / CollectionFacts.windowDays)
    return (0..<windowCounts.count).contains(window) ? window : nil
  }
}
