import MinyiText

/// Discovered words as they are written to JSON: the documented, versioned form (schema 1). Keys are English and
/// stay.
public struct NewWordsDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// Distinct texts that were read.
  public var texts: Int
  /// Opinions with these texts.
  public var posts: Int
  /// Best first.
  public var words: [Entry]

  /// One proposal. Bits and score have two decimals.
  public struct Entry: Codable, Sendable, Equatable {
    /// As it stands in cleaned texts.
    public var word: String
    /// Distinct texts in which it occurs.
    public var texts: Int
    /// Opinions with these texts.
    public var posts: Int
    /// Places where it stands, several in one text counted each.
    public var occurrences: Int
    /// What proposals are ordered by, see `WordFinder`.
    public var score: Double
    /// Lowest mutual information over its cuts, in bits.
    public var information: Double
    /// Entropy of the characters before it, in bits.
    public var leftEntropy: Double
    /// Entropy of the characters behind it, in bits.
    public var rightEntropy: Double
    /// Up to three, of different texts.
    public var quotes: [AgendaDocument.Quote]
  }
}

extension NewWordsDocument.Entry {
  init(_ found: NewWord, quotes: [AgendaDocument.Quote]) {
    self.init(
      word: found.word, texts: found.texts, posts: found.posts, occurrences: found.occurrences,
      score: found.score.rounded(toDigits: 2), information: found.information.rounded(toDigits: 2),
      leftEntropy: found.leftEntropy.rounded(toDigits: 2),
      rightEntropy: found.rightEntropy.rounded(toDigits: 2), quotes: quotes)
  }
}
