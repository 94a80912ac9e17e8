public import MinyiAgenda

/// All that a report shows, in its five parts: a value that any renderer can take.
public struct ReportDocument: Sendable {
  /// Of what stands around the residents' own words.
  public var language: ReportLanguage
  /// What was read.
  public var head: ReportHead
  /// The topics that are shown, in the order of the agenda.
  public var topics: [ReportTopic]
  /// Topics on the agenda, shown or not.
  public var topicCount: Int
  /// The same concerns through other lenses.
  public var lenses: [LensList]
  /// The largest first; those of no opinion are left out.
  public var themes: [ReportTheme]
  /// Nil where there is no text to draw.
  public var map: OpinionMap?
  /// Themes by place and by month.
  public var heatTables: [HeatTable]
  /// How it came about.
  public var method: ReportMethod

  /// A report of parts that are ready.
  public init(
    language: ReportLanguage, head: ReportHead, topics: [ReportTopic], topicCount: Int, lenses: [LensList],
    themes: [ReportTheme], map: OpinionMap?, heatTables: [HeatTable], method: ReportMethod
  ) {
    self.language = language
    self.head = head
    self.topics = topics
    self.topicCount = topicCount
    self.lenses = lenses
    self.themes = themes
    self.map = map
    self.heatTables = heatTables
    self.method = method
  }

  /// The first concerns of a lens.
  public struct LensList: Sendable {
    /// A lens that is not the agenda's own.
    public var lens: Lens
    /// By the lens, five at most; their ranks are those of the agenda.
    public var topics: [Topic]

    /// A list in the order of its lens.
    public init(lens: Lens, topics: [Topic]) {
      self.lens = lens
      self.topics = topics
    }
  }
}
