/// A complete phrase of a text, a candidate for a label.
public struct Phrase: Sendable, Hashable {
  /// A resident's own characters.
  public var text: String
  /// Comparable within one concern; 0 for a whole title that stands in where no phrase was found.
  public var score: Double

  package init(text: String, score: Double) {
    self.text = text
    self.score = score
  }
}
