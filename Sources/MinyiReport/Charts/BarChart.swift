/// Counts by name as lying bars.
struct BarChart {
  let bars: [(name: String, count: Int)]
  let label: String
  var width = 420.0
  var nameWidth = 110.0

  var svg: String {
    let rowHeight = 22.0
    let height = rowHeight * Double(bars.count)
    let most = Double(max(1, bars.map(\.count).max() ?? 1))
    let room = width - nameWidth - 48
    var svg = SVG()
    svg.open(
      "svg",
      "class=\"bars\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" role=\"img\" "
        + "aria-label=\"\(SVG.escaped(label))\"")
    for (i, bar) in bars.enumerated() {
      let y = rowHeight * Double(i)
      svg.label(
        TextFit.cut(bar.name, columns: Int(nameWidth / 7.2)), nameWidth - 8, y + 15, "name", anchor: "end")
      let length = max(1.5, Double(bar.count) / most * room)
      svg.rectangle(nameWidth, y + 4, length, 14, "bar", title: "\(bar.name)  \(bar.count)")
      svg.label(Format.count(bar.count), nameWidth + length + 6, y + 15, "value")
    }
    svg.close("svg")
    return svg.text
  }
}
