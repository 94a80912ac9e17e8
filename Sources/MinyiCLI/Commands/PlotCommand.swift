public import ArgumentParser
public import Minyi

/// `minyi plot KIND -o FILE.svg`: one picture for use elsewhere.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "画一张图：trend（走势）、themes（主题）、map（意见地图）、heatmap（热力图）；写成 SVG 或 PNG。",
    discussion: """
      Draws one picture as SVG, or as PNG where librsvg is installed: the trend, themes as a treemap, the map of opinions, or
      themes by place (or period).

      示例 example:  minyi plot map --workspace 意见.sqlite -o 意见地图.svg
                     minyi plot trend --concern 3 --workspace 意见.sqlite -o 走势.png
      """)

  /// What the columns of a heat map are.
  enum HeatColumn: String, ExpressibleByArgument, CaseIterable { case place, period }

  @Argument(help: ArgumentHelp("画什么。What to draw.", valueName: "trend|themes|map|heatmap"))
  var kind: PlotKind

  @Option(name: .long, help: ArgumentHelp("只画一个诉求点的走势。The trend of one concern.", valueName: "n"))
  var concern: Int32?

  @Option(name: .long, help: ArgumentHelp("热力图的列。Columns of the heat map.", valueName: "place|period"))
  var by = HeatColumn.place

  @Option(name: .long, help: ArgumentHelp("图的标题。The title of the picture.", valueName: "text"))
  var title: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "写入 .svg 或 .png 文件；- 为标准输出（SVG）。Write to a .svg or .png file, whole or not at all.", valueName: "file"))
  var output: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if output != "-", !isPNG, !output.lowercased().hasSuffix(".svg") {
      throw ValidationError("文件名请用 .svg 或 .png 结尾。(end the file's name with .svg or .png)")
    }
    if concern != nil, kind != .trend {
      throw ValidationError("--concern 只用于 trend。(--concern is for trend only)")
    }
  }

  private var isPNG: Bool { output.lowercased().hasSuffix(".png") }

  func run() throws {
    if output != "-" { try OutputFile.check(output) }
    let opened = try workspace.open(common)
    var options = ReportOptions()
    // Only the results are drawn, not how sure their ranks are.
    options.agenda.resamples = 0
    options.language = common.lang.report
    options.title = title
    let drawing = try opened.plot(
      kind, options, concern: concern.map { ConcernID(rawValue: $0) }, byPeriod: by == .period)
    try opened.close()
    if output == "-" {
      try Terminal.write(drawing.svg)
    } else if isPNG {
      try OutputFile.replace(output) { try drawing.writePNG(to: $0) }
    } else {
      try OutputFile.write(drawing.svg, to: output)
    }
  }
}

extension PlotKind: ExpressibleByArgument {}
