/// A short paper for a meeting: named parts of text, in the forms that offices pass on.
public struct BriefDocument: Sendable, Equatable {
  /// Which paper it is.
  public enum Form: Sendable, Equatable {
    /// One page, a table with a row a part.
    case sheet
    /// Parts under headings.
    case bulletin
  }

  /// A table of one page, or parts under headings.
  public var form: Form
  /// Of what stands around the residents' own words.
  public var language: ReportLanguage
  /// The kind of paper, not the topic.
  public var title: String
  /// Below the title: number, period, source.
  public var subtitle: String
  /// From top to bottom.
  public var parts: [Part]
  /// Small print at the end.
  public var note: String

  /// A paper whose words are in `language` already.
  public init(
    form: Form, language: ReportLanguage, title: String, subtitle: String, parts: [Part], note: String
  ) {
    self.form = form
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.parts = parts
    self.note = note
  }

  /// A part with its name.
  public struct Part: Sendable, Equatable {
    /// The heading, or the first cell of the row.
    public var name: String
    /// From top to bottom.
    public var blocks: [Block]

    /// A part; one without blocks is a name alone.
    public init(_ name: String, _ blocks: [Block]) {
      self.name = name
      self.blocks = blocks
    }
  }

  /// A piece of a part, one below the other.
  public enum Block: Sendable, Equatable {
    /// A paragraph.
    case text(String)
    /// Items, each on a line of its own.
    case list([String])
    /// Residents' own words with the ids of the opinions.
    case quotes([ReportQuote])
    /// The first column is text, the others are numbers.
    case table(head: [String], rows: [[String]])
  }
}
