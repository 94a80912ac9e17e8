/// What was read: the first part of a report.
public struct ReportHead: Sendable {
  public var title: String
  /// First and last day with an opinion, `2025-01-31`; nil where none has a date.
  public var period: (first: String, last: String)?
  public var opinions: Int
  public var texts: Int
  /// Distinct known authors; nil where there is no column for them.
  public var people: Int?
  /// Distinct places; nil where there is no column for them.
  public var places: Int?
  public var concerns: Int
  /// Opinions in a concern.
  public var gathered: Int
  public var themes: Int
  public var files: [File]
  /// Opinions that were imported after the last mining.
  public var unmined: Int

  /// An imported file with the fates of its rows, which add up to `rows`.
  public struct File: Sendable {
    public var name: String
    public var format: String
    public var rows: Int
    public var imported: Int
    public var updated: Int
    public var unchanged: Int
    public var blank: Int
    public var malformed: Int

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
