/// A term with what tells how much it says about some documents.
public struct KeyTerm: Sendable, Equatable {
  /// The term, by its number in the vocabulary.
  public var term: TermID
  /// Occurrences in the documents; one in a title counts as often as the matrix says.
  public var count: Int
  /// How many of the documents have it.
  public var documents: Int
  /// The sum of the term's weights in the documents' TF-IDF vectors, each of length 1.
  public var weight: Double
  /// How many times as large the share of documents with the term is inside as outside; nil: nothing is outside.
  public var lift: Double?
}
