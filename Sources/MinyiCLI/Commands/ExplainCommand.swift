import ArgumentParser
import Minyi

/// `minyi explain CONCERN` and `minyi explain --opinion ID`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "逐项解释一个议题的得分，或一条意见的归属。",
    discussion: """
      Explains the score of a topic term by term, or why an opinion is where it is.

      示例 example:  minyi explain 3 --workspace 意见.sqlite
                     minyi explain --opinion 188006 --workspace 意见.sqlite
      """)

  @Argument(help: ArgumentHelp("诉求点编号。The number of the concern.", valueName: "concern"))
  var concern: Int32?

  @Option(name: .long, help: ArgumentHelp("意见编号。The id of an opinion.", valueName: "id"))
  var opinion: String?

  @OptionGroup var view: AgendaViewOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (concern == nil) == (opinion == nil) {
      throw ValidationError("请给出诉求点编号，或 --opinion 编号。(give a concern, or --opinion ID)")
    }
  }

  func run() throws {
    let opened = try workspace.open(common)
    if let concern { try explain(ConcernID(rawValue: concern), in: opened) }
    if let opinion { try explain(opinion: opinion, in: opened) }
    try opened.close()
  }

  private func explain(_ id: ConcernID, in opened: Workspace) throws {
    let explanation = try opened.explanation(of: id, view.agendaOptions())
    let text = ExplanationView(explanation: explanation, language: common.lang).text(
      width: Terminal.columnCount)
    try Terminal.write(text)
  }

  private func explain(opinion key: String, in opened: Workspace) throws {
    let detail = try opened.opinion(key)
    let lang = common.lang
    var lines = [
      lang("意见 \(key)：", "opinion \(key): ")
        + (detail.opinion.title.isEmpty ? String(detail.opinion.body.prefix(60)) : detail.opinion.title)
    ]
    if let concern = detail.concern, let similarity = detail.assignment?.similarity {
      lines.append(
        lang(
          "归入诉求点 \(concern.id.rawValue)“\(concern.label)”：与其中心的余弦相似度 \(twoDecimals(similarity))，另有 \(detail.companions) 条意见。",
          "in concern \(concern.id.rawValue) “\(concern.label)”: cosine to its centroid \(twoDecimals(similarity)), "
            + "with \(detail.companions) other opinions"))
      lines.append(lang("关键词：", "terms: ") + concern.terms.map(\.term).joined(separator: " "))
    } else if detail.assignment == nil {
      lines.append(lang("导入后还没有归并，请运行 minyi mine。", "not mined since it was imported; run `minyi mine`"))
    } else {
      lines.append(
        lang("未归入任何诉求点：没有足够相近的其他意见。", "in no concern: no other opinion is near enough"))
    }
    if let theme = detail.theme { lines.append(lang("主题：\(theme)", "theme: \(theme)")) }
    try Terminal.write(lines.joined(separator: "\n") + "\n")
  }
}
