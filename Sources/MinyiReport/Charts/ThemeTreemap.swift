/// Themes and their concerns as nested rectangles; areas are opinions.
struct ThemeTreemap {
  let themes: [ReportTheme]
  let language: ReportLanguage
  var width = 960.0
  var height = 560.0
  /// False for a drawing that stands alone.
  var hasLinks = true

  /// Concerns of a theme with a rectangle of their own, at most.
  static let concernCount = 10

  var svg: String {
    var svg = SVG()
    svg.open(
      "svg",
      "class=\"treemap\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" role=\"group\" aria-label=\""
        + SVG.escaped(
          language("主题和诉求点，面积为意见数", "themes and concerns, areas are opinions")) + "\"")
    let frame = TreemapLayout.Rectangle(x: 0, y: 0, width: width, height: height)
    let rectangles = TreemapLayout.rectangles(of: themes.map { Double($0.opinions) }, in: frame)
    for (theme, rectangle) in zip(themes, rectangles) { draw(theme, in: rectangle, &svg) }
    svg.close("svg")
    return svg.text
  }

  private func draw(_ theme: ReportTheme, in outer: TreemapLayout.Rectangle, _ svg: inout SVG) {
    let frame = outer.inset(1, 1, 1, 1)
    let style = ThemeColor.style(theme.id)
    svg.open("g", "class=\"\(style)\"")
    svg.rectangle(
      frame.x, frame.y, frame.width, frame.height, "theme",
      title: "\(theme.label)  " + language("\(theme.opinions) 条", "\(theme.opinions) opinions"))
    let hasHead = frame.height > 34 && frame.width > 44
    if hasHead {
      svg.label(
        TextFit.cut("\(theme.label) \(Format.count(theme.opinions))", columns: Int(frame.width / 6.9) - 1),
        frame.x + 6, frame.y + 15, "head")
    }
    let inner = frame.inset(3, hasHead ? 21 : 3, 3, 3)
    let shown = theme.concerns.prefix(ThemeTreemap.concernCount)
    let rest = theme.opinions - shown.reduce(0) { $0 + $1.opinions }
    let values = shown.map { Double($0.opinions) } + (rest > 0 ? [Double(rest)] : [])
    let places = TreemapLayout.rectangles(of: values, in: inner)
    for (concern, place) in zip(shown, places) {
      let isLink = hasLinks && concern.isShown
      if isLink { svg.open("a", "href=\"#topic-\(concern.id)\"") }
      leaf(concern.label, concern.opinions, place, isLink ? "leaf linked" : "leaf", &svg)
      if isLink { svg.close("a") }
    }
    if rest > 0, let place = places.last {
      leaf(language("其余", "the rest"), rest, place, "leaf rest", &svg)
    }
    svg.close("g")
  }

  private func leaf(
    _ name: String, _ count: Int, _ place: TreemapLayout.Rectangle, _ style: String, _ svg: inout SVG
  ) {
    let box = place.inset(0.8, 0.8, 0.8, 0.8)
    guard box.width > 0.5, box.height > 0.5 else { return }
    svg.rectangle(
      box.x, box.y, box.width, box.height, style,
      title: "\(name)  " + language("\(count) 条", "\(count) opinions"))
    // As many lines as there is room for.
    let columns = Int((box.width - 8) / 6.1)
    guard columns >= 6, box.height >= 17 else { return }
    let lineCount = min(3, Int((box.height - 3) / 14))
    for (i, line) in ThemeTreemap.lines(name, columns: columns, count: lineCount).enumerated() {
      svg.label(line, box.x + 4, box.y + 13 + 14 * Double(i), "leafname")
    }
  }

  /// `text` in lines of `columns`, the last cut where it is too long.
  static func lines(_ text: String, columns: Int, count: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty, lines.count < count {
      if lines.count == count - 1 {
        lines.append(TextFit.cut(String(rest), columns: columns))
        break
      }
      var line = ""
      while let character = rest.first, TextFit.columns(of: line + String(character)) <= columns {
        line.append(character)
        rest.removeFirst()
      }
      if line.isEmpty { break }
      lines.append(line)
    }
    return lines
  }
}
