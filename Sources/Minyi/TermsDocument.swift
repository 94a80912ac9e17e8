import MinyiIndex

/// Terms as they are written to JSON: the documented, versioned form (schema 1). Keys are English and stay.
public struct TermsDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// What the groups are; absent where there is one for the whole.
  public var by: String?
  /// Distinct texts.
  public var texts: Int
  /// Opinions.
  public var posts: Int
  /// Opinions in no group, as without a place.
  public var ungrouped: Int
  /// One without a name for the whole; else places and channels by falling number of texts, periods by time, others
  /// by number.
  public var groups: [Group]

  /// The terms of one group, those that tell most about it first.
  public struct Group: Codable, Sendable, Equatable {
    /// Absent for the whole.
    public var name: String?
    /// The number of a theme or concern.
    public var id: Int?
    /// Distinct texts of which an opinion is in the group.
    public var texts: Int
    /// Opinions in the group.
    public var posts: Int
    /// As many as were asked for at most.
    public var terms: [Term]
  }

  /// One term; weight and lift have two decimals.
  public struct Term: Codable, Sendable, Equatable {
    /// As it stands in cleaned texts.
    public var term: String
    /// Occurrences.
    public var count: Int
    /// Distinct texts with it.
    public var texts: Int
    /// The sum of its TF-IDF weights in the group's texts, each a vector of length 1.
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
