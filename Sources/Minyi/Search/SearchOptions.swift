/// How a search is wanted.
public struct SearchOptions: Sendable {
  /// Results at most.
  public var top = 20
  /// Matches that are ranked at most, beginning with the shortest texts, which is where the best by BM25 are; nil: all,
  /// however long it takes.
  public var rankedMatches: Int? = SearchOptions.usualRankedMatches

  /// Many of the best are among them, see <doc:Searching>; ranking more takes longer in proportion.
  public static let usualRankedMatches = 1000

  /// Twenty results of a thousand ranked matches.
  public init() {}
}
