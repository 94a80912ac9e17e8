public import MinyiReport

/// How a report is wanted.
public struct ReportOptions: Sendable {
  /// Profile, lens and list of the agenda that is shown.
  public var agenda = AgendaOptions()
  /// Topics that are shown.
  public var top = 20
  /// Of what stands around the residents' own words.
  public var language = ReportLanguage.zh
  /// In place of the usual title.
  public var title: String?
  /// Texts on the map at most.
  public var mapPoints = 2000

  /// The first twenty topics in Chinese.
  public init() {}
}
