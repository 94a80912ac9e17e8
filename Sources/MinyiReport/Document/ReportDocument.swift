public import MinyiAgenda

/// All that a report shows, in its five parts: a value that any renderer can take.
public struct ReportDocument: Sendable {
  public var language: ReportLanguage
  public var head: ReportHead
  /// The topics that are shown, in the order of the agenda.
  public var topics: [ReportTopic]
  /// Topics on the agenda, shown or not.
  public var topicCount: Int
  /// The same concerns through other lenses.
  public var lenses: [LensList]
  public var themes: [ReportTheme]
  public var map: OpinionMap?
  /// Themes by place and by month.
  public var heatTables: [HeatTable]
  public var method: ReportMethod

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
    public var lens: Lens
    public var topics: [Topic]

    public init(lens: Lens, topics: [Topic]) {
      self.lens = lens
      self.topics = topics
    }
  }
}
