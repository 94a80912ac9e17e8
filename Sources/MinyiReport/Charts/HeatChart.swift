/// A heat map that stands alone; in the report the same table is text.
struct HeatChart {
  let table: HeatTable
  let language: ReportLanguage

  private static let cell = (width: 56.0, height: 26.0)
  private static let left = 190.0
  private static let top = 64.0

  var width: Double { HeatChart.left + HeatChart.cell.width * Double(table.columns.count) + 12 }
  var height: Double { HeatChart.top + HeatChart.cell.height * Double(table.rows.count) + 34 }

  var svg: String {
    var svg = SVG()
    svg.open(
      "svg",
      "class=\"heatmap\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" role=\"img\" aria-label=\""
        + SVG.escaped(language("主题热力图", "heat map of themes")) + "\"")
    for (c, name) in table.columns.enumerated() {
      let x = HeatChart.left + HeatChart.cell.width * (Double(c) + 0.5)
      for (i, line) in ThemeTreemap.lines(name, columns: 8, count: 2).enumerated() {
        svg.label(line, x, HeatChart.top - 24 + 14 * Double(i), "tick", anchor: "middle")
      }
    }
    for (r, name) in table.rows.enumerated() {
      let y = HeatChart.top + HeatChart.cell.height * Double(r)
      svg.label(TextFit.cut(name, columns: 26), HeatChart.left - 8, y + 17, "name", anchor: "end")
      for (c, count) in table.counts[r].enumerated() {
        let x = HeatChart.left + HeatChart.cell.width * Double(c)
        let cell = table.cells[r][c]
        svg.rectangle(
          x + 1, y + 1, HeatChart.cell.width - 2, HeatChart.cell.height - 2, "cell \(cell.style)")
        svg.label(
          "\(count)\(cell.mark)", x + HeatChart.cell.width / 2, y + 17, "value", anchor: "middle")
      }
    }
    svg.label(
      language("▲ 显著偏多　▼ 显著偏少（人数；假发现率 5%）", "▲ more ▼ fewer than expected (people; FDR 5 %)"),
      HeatChart.left, height - 10, "tick")
    svg.close("svg")
    return svg.text
  }
}

extension AdjustedResiduals.Cell {
  /// The class that colours it: seven steps, none for what does not stand out.
  var style: String {
    guard isSignificant else { return "h0" }
    let step = abs(residual) >= 8 ? 3 : abs(residual) >= 4.5 ? 2 : 1
    return residual > 0 ? "more\(step)" : "less\(step)"
  }

  var mark: String { isSignificant ? (residual > 0 ? "▲" : "▼") : "" }
}
