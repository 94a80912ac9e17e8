/// Groups of new opinions that resemble each other, as they are written to JSON: the documented, versioned form (schema 1).
public struct EmergingDocument: Codable, Sendable, Equatable {
  public var schema = 1
  /// New opinions.
  public var opinions: Int
  /// Distinct texts of them that were looked at; all, unless there were too many.
  public var texts: Int
  /// The largest first.
  public var groups: [Group]

  /// New opinions about the same thing.
  public struct Group: Codable, Sendable, Equatable {
    public var opinions: Int
    public var texts: Int
    /// The heaviest first.
    public var terms: [String]
    /// The most typical first.
    public var examples: [Example]
  }

  /// One of them, with personal data masked.
  public struct Example: Codable, Sendable, Equatable {
    public var line: Int
    public var id: String?
    public var title: String
    public var body: String
  }
}
