/// A trend as a bar chart with its axis.
struct TrendChart {
  let trend: Trend
  let language: ReportLanguage
  var width = 560.0
  var height = 150.0
  var name = ""
  /// Each bar tells its number to the pointer. Left out where there are many charts: the page would be slow to open.
  var hasBarNames = true

  /// Periods shown: the last ones.
  static let periods = 48

  var svg: String {
    let periods = Array(trend.periods.suffix(TrendChart.periods))
    let counts = Array(trend.counts.suffix(TrendChart.periods))
    let most = TrendChart.ceiling(counts.max() ?? 0)
    let (left, top, bottom) = (34.0, 10.0, 22.0)
    let (plotWidth, plotHeight) = (width - left - 4, height - top - bottom)
    let slot = plotWidth / Double(max(6, counts.count))
    var svg = SVG()
    svg.open(
      "svg",
      "class=\"trend\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" role=\"img\" "
        + "aria-label=\"\(SVG.escaped(name.isEmpty ? language("逐期条数", "opinions by period") : name))\"")
    for share in [0.0, 0.5, 1.0] {
      let y = top + plotHeight * (1 - share)
      svg.empty(
        "line",
        "class=\"grid\" x1=\"\(SVG.number(left))\" x2=\"\(SVG.number(width - 4))\" y1=\"\(SVG.number(y))\" "
          + "y2=\"\(SVG.number(y))\"")
      if share != 0.5 || most % 2 == 0 {
        svg.label("\(Int(Double(most) * share))", left - 6, y + 4, "tick", anchor: "end")
      }
    }
    let isPartial = !trend.isLastWhole
    for (i, count) in counts.enumerated() {
      let length = Double(count) / Double(max(1, most)) * plotHeight
      let isLast = i == counts.count - 1
      svg.rectangle(
        left + slot * Double(i) + slot * 0.12, top + plotHeight - length, slot * 0.76, length,
        isLast ? (isPartial ? "partial" : "last") : "bar",
        title: !hasBarNames
          ? nil
          : "\(periods[i])  \(count)" + (isLast && isPartial ? language("（未满）", " (not whole)") : ""))
    }
    for i in TrendChart.ticks(periods, slot: slot) {
      svg.label(
        periods[i], left + slot * (Double(i) + 0.5), height - 6, "tick",
        anchor: i == periods.count - 1 && i > 0 ? "end" : i == 0 ? "start" : "middle")
    }
    svg.close("svg")
    return svg.text
  }

  /// A round number at or above `count`.
  static func ceiling(_ count: Int) -> Int {
    var step = 1
    while true {
      for factor in [2, 4, 6, 8, 10] where factor * step >= count { return factor * step }
      step *= 10
    }
  }

  /// Which periods are named: the first, the last, and the beginnings of years or so between, 60 pixels apart.
  private static func ticks(_ periods: [String], slot: Double) -> [Int] {
    guard !periods.isEmpty else { return [] }
    var ticks = [0]
    for i in periods.indices.dropFirst() {
      let isYear = periods[i].hasSuffix("-01") || periods[i].hasSuffix("-Q1") || periods[i].count == 4
      let isFar = Double(i - (ticks.last ?? 0)) * slot >= 60
      let leavesRoom = Double(periods.count - 1 - i) * slot >= 60
      if isYear && isFar && leavesRoom { ticks.append(i) }
    }
    if Double(periods.count - 1 - (ticks.last ?? 0)) * slot >= 60 { ticks.append(periods.count - 1) }
    return ticks
  }
}
