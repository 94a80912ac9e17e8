/// A drawing as a file of its own, for papers and slides: light colours, white ground, nothing from outside.
public struct StandaloneDrawing: Sendable {
  /// The whole SVG file.
  public let svg: String
  /// In CSS pixels, margins included.
  public let width: Double
  /// In CSS pixels, title and margins included.
  public let height: Double

  private static let margin = 16.0
  private static let headHeight = 34.0

  /// - Parameter drawing: an `<svg …>…</svg>` of this size.
  init(_ drawing: String, title: String, width: Double, height: Double) {
    self.width = width + 2 * StandaloneDrawing.margin
    self.height = height + 2 * StandaloneDrawing.margin + StandaloneDrawing.headHeight
    var out = SVG()
    out.open(
      "svg",
      "xmlns=\"http://www.w3.org/2000/svg\" width=\"\(SVG.number(self.width))\" "
        + "height=\"\(SVG.number(self.height))\" viewBox=\"0 0 \(SVG.number(self.width)) \(SVG.number(self.height))\""
    )
    out.element("title", "", title)
    out.element("style", "", StandaloneDrawing.style)
    out.rectangle(0, 0, self.width, self.height, "page")
    out.label(title, StandaloneDrawing.margin, StandaloneDrawing.margin + 14, "title")
    out.open(
      "g",
      "transform=\"translate(\(SVG.number(StandaloneDrawing.margin)) "
        + "\(SVG.number(StandaloneDrawing.margin + StandaloneDrawing.headHeight)))\"")
    // Renderers disagree on the size of an inner drawing that names none.
    let sized =
      "<svg width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\" "
      + drawing.dropFirst("<svg ".count)
    out.append(sized)
    out.close("g")
    out.close("svg")
    svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out.text + "\n"
  }

  private static let themes = [
    "2f6ea8", "c4552d", "2f8a64", "8f5aa8", "9c700c", "b8437a", "22848f", "7a6a58", "64831e", "54618c",
  ]

  /// Variables and media queries are left to browsers; other programs read plain rules only.
  private static let style: String = {
    var rules = [
      "text{font-family:'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif;font-size:12px;fill:#1c1d1f}",
      ".page{fill:#fff}.title{font-size:17px;font-weight:bold}.tick,.value{font-size:11px;fill:#55595f}",
      ".grid{stroke:#d9dad6}.bar{fill:#2f6496;opacity:.72}.last{fill:#2f6496}.partial{fill:#2f6496;opacity:.35}.nil{fill:#d9dad6}",
      "circle{fill-opacity:.72}.ground{fill:#fff;stroke:#d9dad6}.names .name{font-size:14px;font-weight:bold;stroke:#fff;stroke-width:4px;paint-order:stroke;stroke-linejoin:round}",
      ".head{font-weight:bold;font-size:13px}.theme{fill-opacity:.1;stroke-opacity:.6}.leaf{fill-opacity:.22}.rest{fill-opacity:.07}",
      ".cell{fill:#f1f1ec}.more1{fill:#fbe3d3}.more2{fill:#f6c2a1}.more3{fill:#eb9b6c}.less1{fill:#dfeaf4}.less2{fill:#bad3e8}.less3{fill:#8fb7d9}",
      ".tn circle,.tn rect{fill:#55595f}",
    ]
    for (i, colour) in themes.enumerated() {
      let name = ".t\(i + 1)"
      rules.append(
        "\(name) circle,\(name) rect{fill:#\(colour)}\(name) .theme{stroke:#\(colour)}"
          + "\(name).hollow circle{fill:#fff;stroke:#\(colour);stroke-width:1.3}")
    }
    return rules.joined(separator: "\n")
  }()
}
