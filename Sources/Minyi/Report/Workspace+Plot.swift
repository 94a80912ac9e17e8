public import MinyiModel
public import MinyiReport

extension Workspace {
  /// A picture of the last run. O(opinions).
  ///
  /// - Parameters:
  ///   - concern: of `trend`, the concern; nil: all opinions.
  ///   - byPeriod: of `heatmap`, periods in place of places.
  public func plot(
    _ kind: PlotKind, _ options: ReportOptions = ReportOptions(), concern: ConcernID? = nil,
    byPeriod: Bool = false
  ) throws -> StandaloneDrawing {
    let builder = try ReportBuilder(self, options)
    let language = options.language
    switch kind {
    case .trend: return try trendDrawing(builder, concern, title: options.title)
    case .themes:
      return StandaloneDrawing(
        themes: builder.themes(shown: []), title: options.title ?? language("主题与诉求点", "Themes and concerns"),
        language)
    case .map:
      let map = try OpinionMapper(workspace: self, results: builder.results, limit: options.mapPoints).map()
      let title = language(
        "意见地图（\(map.textCount) 种文本中的 \(map.points.count) 种）",
        "Map of opinions (\(map.points.count) of \(map.textCount) texts)")
      return StandaloneDrawing(
        map: map, themes: builder.themes(shown: []), title: options.title ?? title, language)
    case .heatmap:
      let tables = ThemeTables(builder).tables
      guard let table = tables.first(where: { $0.column == .place && !byPeriod }) ?? tables.last else {
        throw MinyiError(
          "画热力图需要地区或时间列，且至少两个主题。(a heat map needs places or times, and two themes)", exitCode: 65)
      }
      let title =
        table.column == .place
        ? language("主题 × 地区（人数）", "Themes by place (people)")
        : language("主题 × 时间（人数）", "Themes by time (people)")
      return StandaloneDrawing(table: table, title: options.title ?? title, language)
    }
  }

  private func trendDrawing(_ builder: ReportBuilder, _ concern: ConcernID?, title: String?) throws
    -> StandaloneDrawing
  {
    let language = builder.options.language
    let label = try concern.map { id in
      guard let found = builder.results.concerns.first(where: { $0.id == id }) else {
        throw MinyiError.unknownConcern("\(id.rawValue)")
      }
      return found.label
    }
    let members = builder.results.assignments.lazy.filter { concern == nil || $0.concern == concern }
    let trend = builder.timeline.trend(of: members.map { builder.columns[$0.opinion]?.time })
    guard !trend.periods.isEmpty else {
      throw MinyiError("画走势需要时间列。(a trend needs a column of times)", exitCode: 65)
    }
    let whole = language("全部意见逐期条数", "Opinions by period")
    return StandaloneDrawing(
      trend: trend, title: title ?? label.map { language("“\($0)”逐期条数", "“\($0)” by period") } ?? whole,
      language)
  }
}
