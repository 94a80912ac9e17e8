import Mustache

/// A brief as an HTML page that prints on A4.
public struct BriefPage {
  let brief: BriefDocument

  /// Takes the words of `brief` as they are; what needs escaping is escaped here.
  public init(_ brief: BriefDocument) { self.brief = brief }

  /// The paper as one HTML file that prints on A4. Throws where a template cannot be read.
  public func html() throws -> String {
    let templates = try PageTemplates()
    let fields: ReportPage.Fields = [
      "tag": brief.language.tag, "style": templates.briefStyle,
      "styleHash": PageTemplates.source(templates.briefStyle), "title": brief.title,
      "subtitle": brief.subtitle,
      "note": brief.note, "isSheet": brief.form == .sheet,
      "parts": brief.parts.map { part in
        ["name": part.name, "blocks": part.blocks.map(BriefPage.block)] as ReportPage.Fields
      },
    ]
    return templates.library.render(fields, withTemplate: "brief") ?? ""
  }

  private static func block(_ block: BriefDocument.Block) -> ReportPage.Fields {
    var fields: ReportPage.Fields = ["text": false, "list": false, "quotes": false, "table": false]
    switch block {
    case .text(let text): fields["text"] = text
    case .list(let items): fields["list"] = ["items": items] as ReportPage.Fields
    case .quotes(let quotes):
      fields["quotes"] =
        ["items": quotes.map { ["words": $0.text, "opinion": $0.opinion] as ReportPage.Fields }]
        as ReportPage.Fields
    case .table(let head, let rows):
      fields["table"] =
        [
          "head": head,
          "rows": rows.map { row in
            ["first": row.first ?? "", "rest": Array(row.dropFirst())] as ReportPage.Fields
          },
        ] as ReportPage.Fields
    }
    return fields
  }
}
