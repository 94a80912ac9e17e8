/// The body of a WordprocessingML document, put together paragraph by paragraph.
struct WordXML {
  private(set) var text = ""

  /// A paragraph; line breaks in `content` stay.
  mutating func paragraph(_ content: String, style: String) {
    text += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    let lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() where !(lines.count == 1 && line.isEmpty) {
      text += "<w:r>" + (i > 0 ? "<w:br/>" : "")
      text += "<w:t xml:space=\"preserve\">\(SVG.escaped(String(line)))</w:t></w:r>"
    }
    text += "</w:p>"
  }

  /// A table with columns of these widths, in twentieths of a point.
  mutating func openTable(_ widths: [Int]) {
    text +=
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
    text += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    text += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
  }

  mutating func closeTable() { text += "</w:tbl>" }

  mutating func openRow(isHead: Bool = false) {
    text += "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
  }

  mutating func closeRow() { text += "</w:tr>" }

  mutating func openCell(_ width: Int, isShaded: Bool = false) {
    text += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
    if isShaded { text += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F0EC\"/>" }
    text += "</w:tcPr>"
  }

  mutating func closeCell() { text += "</w:tc>" }
}
