/// A brief as the parts of a WordprocessingML package (ECMA-376), to be zipped.
///
/// A4, the fonts that Chinese offices use (黑体 for headings, 仿宋 for text), styles by name so that a reader can change them.
public struct BriefWord {
  let brief: BriefDocument

  /// Takes the words of `brief` as they are; what needs escaping is escaped here.
  public init(_ brief: BriefDocument) { self.brief = brief }

  /// Name and content of each part, in the order in which they are to lie in the file.
  public var parts: [(name: String, text: String)] {
    [
      ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.relationships),
      ("word/document.xml", document), ("word/styles.xml", WordParts.styles(brief.language)),
      ("word/_rels/document.xml.rels", WordParts.documentRelationships),
      ("docProps/core.xml", WordParts.properties(title: brief.title, brief.language)),
    ]
  }

  private var document: String {
    var body = WordXML()
    body.paragraph(brief.title, style: "Title")
    body.paragraph(brief.subtitle, style: "Subtitle")
    switch brief.form {
    case .sheet: sheet(&body)
    case .bulletin:
      for part in brief.parts {
        body.paragraph(part.name, style: "Heading1")
        for block in part.blocks { BriefWord.write(block, &body) }
      }
    }
    body.paragraph(brief.note, style: "Note")
    return WordParts.document(body.text)
  }

  private func sheet(_ body: inout WordXML) {
    let widths = [1700, 7940]
    body.openTable(widths)
    for part in brief.parts {
      body.openRow()
      body.openCell(widths[0], isShaded: true)
      body.paragraph(part.name, style: "RowName")
      body.closeCell()
      body.openCell(widths[1])
      for block in part.blocks { BriefWord.write(block, &body, style: "Cell") }
      body.closeCell()
      body.closeRow()
    }
    body.closeTable()
  }

  private static func write(
    _ block: BriefDocument.Block, _ body: inout WordXML, style: String = "Normal"
  ) {
    switch block {
    case .text(let text): body.paragraph(text, style: style)
    case .list(let items): for item in items { body.paragraph("· " + item, style: "Item") }
    case .quotes(let quotes):
      for quote in quotes { body.paragraph("“\(quote.text)”〔\(quote.opinion)〕", style: "Quote") }
    case .table(let head, let rows):
      let rest = max(1, head.count - 1)
      let widths = [9640 - rest * 1150] + [Int](repeating: 1150, count: rest)
      body.openTable(widths)
      for (r, row) in ([head] + rows).enumerated() {
        body.openRow(isHead: r == 0)
        for (c, cell) in row.enumerated() {
          body.openCell(widths[min(c, rest)], isShaded: r == 0)
          body.paragraph(cell, style: r == 0 ? "Head" : c == 0 ? "Cell" : "Number")
          body.closeCell()
        }
        body.closeRow()
      }
      body.closeTable()
      // A paragraph must stand between two tables.
      body.paragraph("", style: "Cell")
    }
  }
}
