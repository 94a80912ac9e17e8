/// What a join must be to be proposed as a word, as data.
public struct WordFinderOptions: Sendable, Hashable, Codable {
  /// Distinct texts in which it occurs. 2 or more.
  public var minimumTexts = 5
  /// Lowest mutual information, in bits, of a join in which a single character takes part. 0 or more.
  public var minimumInformation = 8.0
  /// The same of words of two and more characters: many that often meet are still two words.
  public var minimumInformationOfWords = 10.0
  /// The same of a join with a function character inside: 师大附中 is a name, 老人和小孩 is none.
  public var minimumInformationAcrossFunction = 12.0
  /// In a small collection no join reaches so many bits: this share of the most that its count allows, which is
  /// log₂(Han tokens / occurrences), is enough. 0...1, above 1: never.
  public var sufficientShare = 0.9
  /// Entropy of the neighbours on the side that has less of it, in bits. 0 or more.
  public var minimumEntropy = 2.0
  /// A part of a longer join that occurs at least at this share of the part's places is no word. 0...1.
  public var containedShare = 0.8
  /// Information above this does not raise the score, in bits.
  public var scoreInformationCap = 12.0

  /// The usual thresholds.
  public init() {}
}
