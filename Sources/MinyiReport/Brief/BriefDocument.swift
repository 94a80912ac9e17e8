/// A short paper for a meeting: named parts of text, in the forms that offices pass on.
public struct BriefDocument: Sendable, Equatable {
  /// Which paper it is.
  public enum Form: Sendable, Equatable {
    /// One page, a table with a row a part.
    case sheet
    /// Parts under headings.
    case bulletin
  }

  public var form: Form
  public var language: ReportLanguage
  public var title: String
  /// Below the title: number, period, source.
  public var subtitle: String
  public var parts: [Part]
  /// Small print at the end.
  public var note: String

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
    public var name: String
    public var blocks: [Block]

    public init(_ name: String, _ blocks: [Block]) {
      self.name = name
      self.blocks = blocks
    }
  }

  /// A piece of a part, one below the other.
  public enum Block: Sendable, Equatable {
    case text(String)
    case list([String])
    /// Residents' own words with the ids of the opinions.
    case quotes([ReportQuote])
    /// The first column is text, the others are numbers.
    case table(head: [String], rows: [[String]])
  }
}
