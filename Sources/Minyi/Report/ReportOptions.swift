public import MinyiReport

/// How a report is wanted.
public struct ReportOptions: Sendable {
  public var agenda = AgendaOptions()
  /// Topics that are shown.
  public var top = 20
  public var language = ReportLanguage.zh
  /// In place of the usual title.
  public var title: String?
  /// Texts on the map at most.
  public var mapPoints = 2000

  public init() {}
}
