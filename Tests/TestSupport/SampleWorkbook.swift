/// Small workbooks for tests, made of their XML.
public struct SampleWorkbook: Sendable {
  public struct Sheet: Sendable {
    public var name: String
    public var xml: String
    public var state = "visible"

    public init(_ name: String, _ xml: String, state: String = "visible") {
      self.name = name
      self.xml = xml
      self.state = state
    }
  }

  public var sheets: [Sheet]
  /// The insides of `<si>`.
  public var strings: [String] = []
  public var is1904 = false
  /// Format codes of the styles 1, 2, …; style 0 is General.
  public var formats: [String] = []
  /// Entries put in place of those of the same name, or added.
  public var extra: [ZipFile.Entry] = []

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// A workbook of one sheet whose cells are inline strings.
  public init(rows: [[String]]) { self.init([Sheet("表一", SampleWorkbook.sheet(rows))]) }

  /// The XML of a sheet of inline strings; an empty string is no cell. Rows begin at `line`.
  public static func sheet(_ rows: [[String]], from line: Int = 1) -> String {
    sheet(
      xml: rows.enumerated().map { i, cells in
        "<row r=\"\(i + line)\">"
          + cells.enumerated().map { $1.isEmpty ? "" : inline($1, at: "\(column($0))\(i + line)") }.joined()
          + "</row>"
      }.joined())
  }

  public static func sheet(xml rows: String) -> String {
    header + "<worksheet xmlns=\"\(namespace)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  public static func inline(_ text: String, at place: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
  }

  public static func column(_ index: Int) -> String {
    (index < 26 ? "" : column(index / 26 - 1)) + String(UnicodeScalar(UInt8(65 + index % 26)))
  }

  public static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  public static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  public static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  public var entries: [ZipFile.Entry] {
    var entries = [
      ZipFile.Entry("[Content_Types].xml", SampleWorkbook.header + "<Types/>"),
      ZipFile.Entry("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      ZipFile.Entry("xl/workbook.xml", workbook),
      ZipFile.Entry(
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
            ("s", "styles", "styles.xml"), ("t", "sharedStrings", "/xl/sharedStrings.xml"),
          ])), ZipFile.Entry("xl/styles.xml", styles),
      ZipFile.Entry(
        "xl/sharedStrings.xml",
        SampleWorkbook.header + "<sst xmlns=\"\(SampleWorkbook.namespace)\">"
          + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"),
    ]
    for (i, sheet) in sheets.enumerated() {
      entries.append(ZipFile.Entry("xl/worksheets/sheet\(i + 1).xml", sheet.xml))
    }
    for entry in extra {
      entries.removeAll { $0.name == entry.name }
      entries.append(entry)
    }
    return entries
  }

  public var bytes: [UInt8] { ZipFile(entries).bytes }

  private var workbook: String {
    SampleWorkbook.header
      + "<workbook xmlns=\"\(SampleWorkbook.namespace)\" xmlns:r=\"\(SampleWorkbook.types)\">"
      + "<workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>"
      + sheets.enumerated().map {
        "<sheet name=\"\(SampleWorkbook.escaped($1.name))\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"rId\($0 + 1)\"/>"
      }.joined() + "</sheets></workbook>"
  }

  private var styles: String {
    let numbers = formats.indices.map { 164 + $0 }
    return SampleWorkbook.header + "<styleSheet xmlns=\"\(SampleWorkbook.namespace)\"><numFmts>"
      + zip(numbers, formats).map {
        "<numFmt numFmtId=\"\($0)\" formatCode=\"\(SampleWorkbook.escaped($1))\"/>"
      }.joined() + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
      + numbers.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
  }

  private func relationships(_ all: [(String, String, String)]) -> String {
    SampleWorkbook.header + "<Relationships xmlns=\"\(SampleWorkbook.relationships)\">"
      + all.map { "<Relationship Id=\"\($0)\" Type=\"\(SampleWorkbook.types)/\($1)\" Target=\"\($2)\"/>" }
      .joined()
      + "</Relationships>"
  }
}
