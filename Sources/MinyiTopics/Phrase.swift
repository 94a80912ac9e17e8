/// A complete phrase of a text, a candidate for a label.
public struct Phrase: Sendable, Hashable {
  public var text: String
  public var score: Double
}
