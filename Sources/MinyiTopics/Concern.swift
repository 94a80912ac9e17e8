public import MinyiIndex
public import MinyiModel

/// A tight group of documents about the same thing, on its way to a name.
public struct Concern: Sendable, Equatable {
  /// By posts, from 1; the number that lasts is given later.
  public var id: ConcernID
  /// Ascending.
  public var members: [DocumentID]
  /// For each member the first member that it nearly repeats, or itself.
  public var copiesOf: [DocumentID]
  /// Cosine of each member to the centroid, in the same order.
  public var similarities: [Double]
  /// The heaviest terms of the centroid, heaviest first.
  public var terms: [(term: TermID, weight: Double)]

  /// Terms kept of a centroid: what is behind them weighs next to nothing.
  static let termCount = 256

  public static func == (a: Concern, b: Concern) -> Bool {
    a.id == b.id && a.members == b.members && a.similarities == b.similarities
  }
}

extension Concern {
  /// Positions in `members` of the `count` nearest to the centroid, nearest first; of equals the smaller document.
  func nearest(_ count: Int) -> ArraySlice<Int> {
    members.indices.sorted { (similarities[$1], members[$0]) < (similarities[$0], members[$1]) }.prefix(count)
  }
}
