/// A brief as Markdown (CommonMark with tables).
public struct BriefMarkdown {
  let brief: BriefDocument

  /// Takes the words of `brief` as they are; what needs escaping is escaped here.
  public init(_ brief: BriefDocument) { self.brief = brief }

  /// The whole file, with a line feed at its end.
  public var text: String {
    var lines = ["# \(BriefMarkdown.escaped(brief.title))", "", BriefMarkdown.escaped(brief.subtitle)]
    for part in brief.parts {
      lines += ["", "## \(BriefMarkdown.escaped(part.name))"]
      for block in part.blocks { lines += [""] + BriefMarkdown.lines(of: block) }
    }
    lines += ["", "---", "", BriefMarkdown.escaped(brief.note)]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: BriefDocument.Block) -> [String] {
    switch block {
    case .text(let text): [escaped(text)]
    case .list(let items): items.map { "- \(escaped($0))" }
    case .quotes(let quotes): quotes.map { "- “\(escaped($0.text))”〔\(escaped($0.opinion))〕" }
    case .table(let head, let rows):
      [row(head), "|---|" + head.dropFirst().map { _ in "---:|" }.joined()] + rows.map(row)
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// `text` on one line, with every character escaped that Markdown or HTML would read.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
