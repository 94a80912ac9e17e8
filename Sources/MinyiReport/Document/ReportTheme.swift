/// A theme with its concerns.
public struct ReportTheme: Sendable {
  public var id: Int
  public var label: String
  public var terms: [String]
  public var opinions: Int
  /// The largest first.
  public var concerns: [Concern]
  public var concernCount: Int

  /// A concern of a theme.
  public struct Concern: Sendable {
    public var id: Int
    public var label: String
    public var opinions: Int
    /// True if the report has a part of its own for it.
    public var isShown: Bool

    public init(id: Int, label: String, opinions: Int, isShown: Bool) {
      self.id = id
      self.label = label
      self.opinions = opinions
      self.isShown = isShown
    }
  }

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
