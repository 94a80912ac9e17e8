/// What was read: the first part of a report.
public struct ReportHead: Sendable {
  /// The usual title, or the one that was asked for.
  public var title: String
  /// First and last day with an opinion, `2025-01-31`; nil where none has a date.
  public var period: (first: String, last: String)?
  /// Opinions that the last run looked at.
  public var opinions: Int
  /// Distinct cleaned texts of those opinions.
  public var texts: Int
  /// Distinct known authors; nil where there is no column for them.
  public var people: Int?
  /// Distinct places; nil where there is no column for them.
  public var places: Int?
  /// Concerns of the run, hidden ones too.
  public var concerns: Int
  /// Opinions in a concern.
  public var gathered: Int
  /// Themes of the run.
  public var themes: Int
  /// In the order of import; a file that was imported twice stands there twice.
  public var files: [File]
  /// Opinions that were imported after the last mining.
  public var unmined: Int

  /// An imported file with the fates of its rows, which add up to `rows`.
  public struct File: Sendable {
    /// Without its folder; `-` for standard input.
    public var name: String
    /// With the encoding: `csv GB18030`.
    public var format: String
    /// Rows read.
    public var rows: Int
    /// Rows whose id the workspace did not know.
    public var imported: Int
    /// Rows that took the place of an opinion of the same id and other content.
    public var updated: Int
    /// Rows whose opinion was there already, just so.
    public var unchanged: Int
    /// Rows that say nothing.
    public var blank: Int
    /// Rows that could not be read, or whose id stands further up in the file with other content.
    public var malformed: Int

    /// A file; `rows` is not checked against the fates.
    public init(
      name: String, format: String, rows: Int, imported: Int, updated: Int, unchanged: Int, blank: Int,
      malformed: Int
    ) {
      self.name = name
      self.format = format
      self.rows = rows
      self.imported = imported
      self.updated = updated
      self.unchanged = unchanged
      self.blank = blank
      self.malformed = malformed
    }
  }

  /// A head whose numbers were counted elsewhere.
  public init(
    title: String, period: (first: String, last: String)?, opinions: Int, texts: Int, people: Int?,
    places: Int?, concerns: Int, gathered: Int, themes: Int, files: [File], unmined: Int
  ) {
    self.title = title
    self.period = period
    self.opinions = opinions
    self.texts = texts
    self.people = people
    self.places = places
    self.concerns = concerns
    self.gathered = gathered
    self.themes = themes
    self.files = files
    self.unmined = unmined
  }
}
