/// A complete phrase of a text, a candidate for a label.
public struct Phrase: Sendable, Hashable {
  public var text: String
  public var score: Double

  package init(text: String, score: Double) {
    self.text = text
    self.score = score
  }
}
