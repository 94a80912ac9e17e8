/// A join that behaves like a word, proposed for the lexicon.
public struct NewWord: Sendable, Equatable {
  /// As it stands in cleaned texts.
  public var word: String
  /// Distinct texts in which it occurs.
  public var texts: Int
  /// Opinions with these texts.
  public var posts: Int
  /// Places where it stands, several in one text counted each.
  public var occurrences: Int
  /// The lowest pointwise mutual information of its two parts over all cuts, in bits.
  public var information: Double
  /// Entropy of the characters before it, in bits.
  public var leftEntropy: Double
  /// Entropy of the characters behind it, in bits.
  public var rightEntropy: Double
  /// What proposals are ordered by, see `WordFinder`.
  public var score: Double
  /// Numbers of the first texts in which it occurs, ascending, twelve at most.
  public var firstTexts: [Int]
}
