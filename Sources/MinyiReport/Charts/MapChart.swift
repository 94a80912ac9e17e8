/// The map of opinions: a point a text, coloured by theme, with the theme's name among its points.
struct MapChart {
  let map: OpinionMap
  let themes: [ReportTheme]
  let language: ReportLanguage
  var width = 960.0
  var height = 600.0

  var svg: String {
    var svg = SVG()
    svg.open(
      "svg",
      "class=\"map\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" role=\"img\" aria-label=\""
        + SVG.escaped(
          language(
            "意见地图：\(map.points.count) 种文本，说得越像离得越近",
            "map of opinions: \(map.points.count) texts, nearer where they say the like")) + "\"")
    svg.rectangle(0, 0, width, height, "ground")
    let groups = Dictionary(grouping: map.points) { $0.theme ?? 0 }
    for theme in groups.keys.sorted() {
      svg.open("g", "class=\"\(ThemeColor.style(theme))\"")
      for point in groups[theme] ?? [] { circle(point, &svg) }
      svg.close("g")
    }
    svg.open("g", "class=\"names\"")
    for (name, x, y) in names(groups) { svg.label(name, x, y, "name", anchor: "middle") }
    svg.close("g")
    svg.close("svg")
    return svg.text
  }

  private func circle(_ point: OpinionMap.Point, _ svg: inout SVG) {
    svg.open(
      "circle",
      "cx=\"\(SVG.number(point.x * width))\" cy=\"\(SVG.number(point.y * height))\" r=\"3.2\"")
    svg.element("title", "", "\(point.text)\u{2002}[\(point.opinion)]")
    svg.close("circle")
  }

  /// A name for each theme above the thickest of its points, moved down where two would overlap.
  private func names(_ groups: [Int: [OpinionMap.Point]]) -> [(name: String, x: Double, y: Double)] {
    var placed: [(name: String, x: Double, y: Double)] = []
    for theme in themes {
      guard let points = groups[theme.id], points.count >= 5 else { continue }
      let middle = MapChart.thickest(points)
      let name = TextFit.cut(theme.label, columns: 24)
      let half = Double(TextFit.columns(of: name)) * 3.6
      let x = min(width - half - 4, max(half + 4, middle.x * width))
      var y = min(height - 8, max(18, middle.y * height - 10))
      for _ in 0..<themes.count
      where placed.contains(where: {
        abs($0.y - y) < 17 && abs($0.x - x) < half + Double(TextFit.columns(of: $0.name)) * 3.6
      }) {
        y = y + 18 < height ? y + 18 : 18
      }
      placed.append((name, x, y))
    }
    return placed
  }

  /// The middle of the cell of a coarse grid that has the most points, the first of equals.
  private static func thickest(_ points: [OpinionMap.Point]) -> (x: Double, y: Double) {
    let cells = 10.0
    let groups = Dictionary(grouping: points) { Int($0.y * cells) * 100 + Int($0.x * cells) }
    let most = groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? points
    // The median of each axis, so that no sum depends on the order of the points.
    let (xs, ys) = (most.map(\.x).sorted(), most.map(\.y).sorted())
    return (xs[xs.count / 2], ys.first ?? 0.5)
  }
}
