/// What the words of a file would change, as it is written to JSON (schema 1). Keys are English and stay.
public struct LexiconCheckDocument: Codable, Sendable, Equatable {
  /// The version of this form.
  public var schema = 1
  /// Distinct texts that were looked at; absent where there were none to look at.
  public var texts: Int?
  /// In the order of the file.
  public var words: [Entry]
  /// Lines that cannot be used.
  public var problems: [LexiconFile.Problem]

  /// One word.
  public struct Entry: Codable, Sendable, Equatable {
    /// In the file, from 1.
    public var line: Int
    /// As it stands in cleaned texts.
    public var word: String
    /// Absent where the line has none.
    public var wordClass: String?
    /// ICU's own dictionary lists it.
    public var isInICU: Bool
    /// What it is cut into without the words of the file.
    public var parts: [String]
    /// What it costs in the lattice, in ICU's unit; absent for a cut.
    public var cost: Int?
    /// Texts that it cuts in another way; absent where there were none to look at.
    public var textsChanged: Int?
    /// Up to three, of different texts.
    public var samples: [Sample]
  }

  /// A place in a text, segmented without and with the words of the file.
  public struct Sample: Codable, Sendable, Equatable {
    /// The id of the first opinion with the text.
    public var opinion: String
    /// The tokens around the place without the words of the file.
    public var before: [String]
    /// The tokens around the place with the words of the file.
    public var after: [String]
  }
}
