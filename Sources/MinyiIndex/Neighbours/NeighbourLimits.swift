/// What a search for neighbours looks at in a collection that is too large for all of it.
///
/// The work for one group is then at most `termCount` · `postingCount`, however large the collection. Own design, near
/// to the champion lists of information retrieval (Manning, Raghavan and Schütze, "Introduction to information
/// retrieval", 2008, section 7.1.3).
struct NeighbourLimits: Sendable {
  /// Groups meet through this many of their heaviest terms.
  var termCount: Int
  /// A term leads to this many groups, the first by name. As documents are numbered by content hash, they are as good as
  /// drawn by lot.
  var postingCount: Int
  /// The nearest of those found that are kept.
  var neighbourCount: Int
}
