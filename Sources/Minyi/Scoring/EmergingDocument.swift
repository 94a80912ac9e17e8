/// Groups of new opinions that resemble each other, as they are written to JSON: the documented, versioned form (schema 1).
public struct EmergingDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// New opinions.
  public var opinions: Int
  /// Distinct texts of them that were looked at; all, unless there were too many.
  public var texts: Int
  /// The largest first.
  public var groups: [Group]

  /// New opinions about the same thing.
  public struct Group: Codable, Sendable, Equatable {
    /// Three or more, equal texts counted each.
    public var opinions: Int
    /// Distinct texts of those opinions.
    public var texts: Int
    /// The heaviest first.
    public var terms: [String]
    /// The most typical first.
    public var examples: [Example]
  }

  /// One of them, with personal data masked.
  public struct Example: Codable, Sendable, Equatable {
    /// The line of the file on which the first opinion with the text starts, from 1.
    public var line: Int
    /// The row's own; absent where it has none or it is a person's.
    public var id: String?
    /// Empty where the row has none.
    public var title: String
    /// The first 2,000 characters of a longer one.
    public var body: String
  }
}
