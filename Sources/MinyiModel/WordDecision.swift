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

  /// As it stands in cleaned texts: simplified, half-width, Latin in lower case.
  public var word: String
  /// Of a word there is one decision: the last.
  public var fate: Fate

  /// A decision, kept once a workspace takes it.
  public init(word: String, fate: Fate) {
    self.word = word
    self.fate = fate
  }
}
