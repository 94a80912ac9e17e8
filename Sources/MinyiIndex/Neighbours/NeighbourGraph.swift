public import MinyiModel

/// The neighbours of every group of a collection, at least as near as a threshold.
///
/// Without limits all pairs are there, each from both sides. With limits a group may know another that does not know
/// it. O(Σ over terms of the squared number of groups that have it), without the terms that prefix filtering leaves out;
/// with limits O(groups).
public struct NeighbourGraph: Sendable {
  /// The groups, ascending.
  public let names: [Int32]
  /// Those of the group at position i are `neighbours[starts[i]..<starts[i + 1]]`.
  public let starts: [Int]
  /// Group after group; those of one group in no order that tells anything.
  public let neighbours: [Neighbour]
  let isLimited: Bool

  /// Half of what a pair must reach may come from terms that the index leaves out.
  private static let tailShare = 0.5
  private static let chunkSize = 1024

  /// All pairs of documents with a cosine of at least `threshold`, which is above 0.
  public init(of vectors: DocumentVectors, threshold: Double, threads: ParallelChunks) {
    self.init(of: GroupForest(vectors), threshold: threshold, limits: nil, threads: threads)
  }

  init(of forest: GroupForest, threshold: Double, limits: NeighbourLimits?, threads: ParallelChunks) {
    let index = NeighbourIndex(
      forest, tail: NeighbourGraph.tailShare * threshold, limits: limits, threads: threads)
    let parts = threads.map(count: index.names.count, chunkSize: NeighbourGraph.chunkSize) { range in
      var search = NeighbourSearch(index, of: forest, threshold: threshold, limits: limits)
      var neighbours: [Neighbour] = []
      var ends: [Int] = []
      for item in range {
        neighbours += search.neighbours(ofItem: item)
        ends.append(neighbours.count)
      }
      return (neighbours: neighbours, ends: ends)
    }
    names = index.names
    isLimited = limits != nil
    var starts = [0]
    var count = 0
    for part in parts {
      starts.append(contentsOf: part.ends.lazy.map { count + $0 })
      count += part.neighbours.count
    }
    self.starts = starts
    neighbours = parts.flatMap(\.neighbours)
  }
}
