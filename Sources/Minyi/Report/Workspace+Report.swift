public import MinyiAgenda
public import MinyiReport
public import MinyiStore

extension Workspace {
  /// The report on the last run, or on `results` and `agenda` where they are at hand. Of the texts only those that are shown
  /// are read. O(opinions).
  public func report(
    _ options: ReportOptions = ReportOptions(), of results: RunResult? = nil, agenda: Agenda? = nil
  ) throws -> ReportDocument {
    try ReportBuilder(self, options, results: results, agenda: agenda).document()
  }

  /// The map of opinions alone.
  public func opinionMap(_ options: ReportOptions = ReportOptions()) throws -> OpinionMap {
    let results = try results()
    return try OpinionMapper(workspace: self, results: results, limit: options.mapPoints).map()
  }
}
