/// The parts of a WordprocessingML package that are the same for every brief.
enum WordParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static var contentTypes: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/word/document.xml\" ContentType=\"\(word).document.main+xml\"/>"
      + "<Override PartName=\"/word/styles.xml\" ContentType=\"\(word).styles+xml\"/>"
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
  }

  static var relationships: String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
      + "<Relationship Id=\"rId2\" Type=\"\(package)/relationships/metadata/core-properties\" "
      + "Target=\"docProps/core.xml\"/></Relationships>"
  }

  static var documentRelationships: String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
  }

  /// No time stands in it: the same brief has the same bytes.
  static func properties(title: String, _ language: ReportLanguage) -> String {
    head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(SVG.escaped(title))</dc:title>"
      + "<dc:creator>Minyi</dc:creator><dc:language>\(language == .zh ? "zh-CN" : "en-GB")</dc:language>"
      + "</cp:coreProperties>"
  }

  /// A4 with the margins of an office's paper.
  static func document(_ body: String) -> String {
    head + "<w:document xmlns:w=\"\(main)\"><w:body>\(body)<w:sectPr>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1020\" w:right=\"1134\" w:bottom=\"1020\" "
      + "w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
  }

  static func styles(_ language: ReportLanguage) -> String {
    let fonts = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"仿宋\"/>"
    let bold = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"黑体\"/><w:b/>"
    let styles = [
      style("Normal", "Normal", "<w:spacing w:after=\"60\" w:line=\"320\" w:lineRule=\"atLeast\"/>", ""),
      style("Title", "Title", "<w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/>", bold + size(34)),
      style(
        "Subtitle", "Subtitle", "<w:spacing w:after=\"140\"/><w:jc w:val=\"center\"/>",
        "<w:color w:val=\"444444\"/>" + size(20)),
      style(
        "Heading1", "heading 1",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
        bold + size(26)),
      style("RowName", "Row Name", "<w:spacing w:before=\"40\" w:after=\"40\"/>", bold + size(21)),
      style("Cell", "Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", size(21)),
      style(
        "Number", "Number", "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"right\"/>", size(21)),
      style("Head", "Head", "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\"/>", bold + size(20)),
      style(
        "Item", "Item",
        "<w:spacing w:before=\"10\" w:after=\"10\"/><w:ind w:left=\"210\" w:hanging=\"210\"/>",
        size(21)),
      style("Quote", "Quote", "<w:spacing w:before=\"10\" w:after=\"30\"/>", size(21)),
      style("Note", "Note", "<w:spacing w:before=\"120\"/>", "<w:color w:val=\"555555\"/>" + size(17)),
    ]
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>"
    }
    return head + "<w:styles xmlns:w=\"\(main)\"><w:docDefaults><w:rPrDefault><w:rPr>\(fonts)\(size(22))"
      + "<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      + styles.joined()
      + "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>"
      + borders.joined() + "</w:tblBorders></w:tblPr></w:style></w:styles>"
  }

  private static func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private static func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) -> String {
    "<w:style w:type=\"paragraph\"\(id == "Normal" ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/>" + (id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>")
      + "<w:pPr>\(paragraph)</w:pPr>" + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }
}
