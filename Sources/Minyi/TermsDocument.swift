import MinyiIndex

/// Terms as they are written to JSON: the documented, versioned form (schema 1). Keys are English and stay.
public struct TermsDocument: Codable, Sendable, Equatable {
  public var schema = 1
  /// What the groups are; absent where there is one for the whole.
  public var by: String?
  /// Distinct texts.
  public var texts: Int
  /// Opinions.
  public var posts: Int
  /// Opinions in no group, as without a place.
  public var ungrouped: Int
  public var groups: [Group]

  /// The terms of one group, those that tell most about it first.
  public struct Group: Codable, Sendable, Equatable {
    /// Absent for the whole.
    public var name: String?
    /// The number of a theme or concern.
    public var id: Int?
    public var texts: Int
    public var posts: Int
    public var terms: [Term]
  }

  /// One term; weight and lift have two decimals.
  public struct Term: Codable, Sendable, Equatable {
    public var term: String
    /// Occurrences.
    public var count: Int
    /// Distinct texts with it.
    public var texts: Int
    public var weight: Double
    /// Absent where there is nothing outside.
    public var lift: Double?
  }
}

extension TermsDocument.Term {
  init(_ term: KeyTerm, _ vocabulary: Vocabulary) {
    self.init(
      term: vocabulary[term.term], count: term.count, texts: term.documents,
      weight: term.weight.rounded(toDigits: 2), lift: term.lift?.rounded(toDigits: 2))
  }
}
