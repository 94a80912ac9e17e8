/// A group near another one.
public struct Neighbour: Sendable, Equatable {
  /// The group's name, its smallest document.
  public var name: Int32
  /// The mean cosine between the two groups.
  public var similarity: Double
}
