import MinyiAgenda

/// A score as a bar stacked of its criteria; the whole width is 100 points.
struct ScoreBar {
  let topic: Topic
  let language: ReportLanguage
  var width = 160.0
  var height = 14.0

  /// The criteria's numbers in the colours: their places in `CriterionName.allCases`, from 1.
  static func number(of name: CriterionName) -> Int {
    (CriterionName.allCases.firstIndex(of: name) ?? 0) + 1
  }

  var svg: String {
    var svg = SVG()
    let name = language(
      "得分 \(Format.one(topic.score)) 的构成", "what the score of \(Format.one(topic.score)) is made of")
    svg.open(
      "svg",
      "class=\"score\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" "
        + "width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\" role=\"img\" "
        + "aria-label=\"\(SVG.escaped(name))\" preserveAspectRatio=\"none\"")
    svg.rectangle(0, 0, width, height, "track")
    var x = 0.0
    for score in topic.criteria where score.points > 0 {
      let length = score.points / 100 * width
      svg.rectangle(
        x, 0, length, height, "c\(ScoreBar.number(of: score.name))",
        title: "\(language(score.name.wording)) \(Format.one(score.points))")
      x += length
    }
    svg.close("svg")
    return svg.text
  }
}
