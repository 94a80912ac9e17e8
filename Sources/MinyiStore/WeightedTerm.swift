/// A term with its weight for a concern or theme.
public struct WeightedTerm: Sendable, Equatable, Codable {
  /// The term's characters, as they stand in cleaned texts.
  public var term: String
  /// The heavier, the more it says; comparable within one concern or theme only. Four digits behind the point.
  public var weight: Double

  /// A term of a concern or theme.
  public init(term: String, weight: Double) {
    self.term = term
    self.weight = weight
  }
}
