/// A trend small enough for a table: one bar a period, the last in full colour.
struct Sparkline {
  let trend: Trend
  let language: ReportLanguage
  var width = 96.0
  var height = 22.0
  /// Periods shown: the last ones.
  var periods = 24

  var svg: String {
    let counts = Array(trend.counts.suffix(periods))
    var svg = SVG()
    let name = language(
      "\(counts.count) 期走势，最多 \(counts.max() ?? 0) 条", "\(counts.count) periods, \(counts.max() ?? 0) at most"
    )
    svg.open(
      "svg",
      "class=\"spark\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" "
        + "width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\" role=\"img\" "
        + "aria-label=\"\(SVG.escaped(name))\"")
    let most = Double(max(1, counts.max() ?? 1))
    let slot = width / Double(max(12, counts.count))
    let start = width - slot * Double(counts.count)
    // One path a colour: hundreds of sparklines with an element a bar would be slow to open.
    var paths = (bar: "", none: "", last: "")
    for (i, count) in counts.enumerated() {
      let length = count == 0 ? 0.8 : max(1.5, Double(count) / most * (height - 1))
      let (x, y) = (start + slot * Double(i), height - length)
      let bar =
        "M\(SVG.number(x)) \(SVG.number(y))h\(SVG.number(slot * 0.78))V\(SVG.number(height))"
        + "H\(SVG.number(x))z"
      if count == 0 {
        paths.none += bar
      } else if i == counts.count - 1 {
        paths.last += bar
      } else {
        paths.bar += bar
      }
    }
    for (style, path) in [("nil", paths.none), ("bar", paths.bar), ("last", paths.last)] where !path.isEmpty {
      svg.empty("path", "class=\"\(style)\" d=\"\(path)\"")
    }
    svg.close("svg")
    return svg.text
  }
}
