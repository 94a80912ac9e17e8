/// What an analyst decided about a word, kept in the workspace.
public struct WordDecision: Hashable, Sendable {
  /// What becomes of a word.
  public enum Fate: String, Sendable, CaseIterable {
    /// A word from now on.
    case word
    /// A phrase: always cut.
    case cut
    /// Not to be proposed again.
    case refused
  }

  public var word: String
  public var fate: Fate

  public init(word: String, fate: Fate) {
    self.word = word
    self.fate = fate
  }
}
