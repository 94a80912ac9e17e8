extension StandaloneDrawing {
  /// Opinions by period.
  public init(trend: Trend, title: String, _ language: ReportLanguage) {
    let chart = TrendChart(trend: trend, language: language, width: 900, height: 320)
    self.init(chart.svg, title: title, width: chart.width, height: chart.height)
  }

  /// Themes and their concerns.
  public init(themes: [ReportTheme], title: String, _ language: ReportLanguage) {
    let chart = ThemeTreemap(themes: themes, language: language, hasLinks: false)
    self.init(chart.svg, title: title, width: chart.width, height: chart.height)
  }

  /// The map of opinions.
  public init(map: OpinionMap, themes: [ReportTheme], title: String, _ language: ReportLanguage) {
    let chart = MapChart(map: map, themes: themes, language: language)
    self.init(chart.svg, title: title, width: chart.width, height: chart.height)
  }

  /// Themes by place or period.
  public init(table: HeatTable, title: String, _ language: ReportLanguage) {
    let chart = HeatChart(table: table, language: language)
    self.init(chart.svg, title: title, width: chart.width, height: chart.height)
  }
}
