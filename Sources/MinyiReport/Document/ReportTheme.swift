/// A theme with its concerns.
public struct ReportTheme: Sendable {
  /// The theme's number in the last run.
  public var id: Int
  /// A word that sets it apart from the other themes.
  public var label: String
  /// Words that set it apart from the other themes, heaviest first.
  public var terms: [String]
  /// Opinions of the theme, in a concern or not.
  public var opinions: Int
  /// The largest first.
  public var concerns: [Concern]
  /// All concerns of the theme that are not hidden, named in `concerns` or not.
  public var concernCount: Int

  /// A concern of a theme.
  public struct Concern: Sendable {
    /// Its number, which lasts from run to run.
    public var id: Int
    /// The concern's, as an analyst may have changed it.
    public var label: String
    /// Opinions of the concern that have this theme: some of it may have another.
    public var opinions: Int
    /// True if the report has a part of its own for it.
    public var isShown: Bool

    /// A concern for the list of a theme.
    public init(id: Int, label: String, opinions: Int, isShown: Bool) {
      self.id = id
      self.label = label
      self.opinions = opinions
      self.isShown = isShown
    }
  }

  /// A theme; `concerns` may be the first of `concernCount`.
  public init(
    id: Int, label: String, terms: [String], opinions: Int, concerns: [Concern], concernCount: Int
  ) {
    self.id = id
    self.label = label
    self.terms = terms
    self.opinions = opinions
    self.concerns = concerns
    self.concernCount = concernCount
  }
}
