/// A term with its weight for a concern or theme.
public struct WeightedTerm: Sendable, Equatable, Codable {
  public var term: String
  public var weight: Double

  public init(term: String, weight: Double) {
    self.term = term
    self.weight = weight
  }
}
