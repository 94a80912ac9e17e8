import MinyiFiles
import MinyiModel
import TestSupport
import Testing

/// What stands in a workbook comes out as a person sees it there.
@Suite struct WorkbookTests {
  private func read(_ book: SampleWorkbook, sheet: String? = nil) throws -> ReadRows {
    try ReadRows("表.xlsx", book.bytes, options: ReadOptions(sheet: sheet))
  }

  private func cell(_ place: String, _ value: String, type: String? = nil, style: Int? = nil) -> String {
    "<c r=\"\(place)\"\(type.map { " t=\"\($0)\"" } ?? "")\(style.map { " s=\"\($0)\"" } ?? "")><v>\(value)</v></c>"
  }

  /// A workbook with a header in row 1 and `cells` in row 2.
  private func row(_ cells: String, formats: [String] = [], is1904: Bool = false) -> SampleWorkbook {
    let names = ["编号", "内容", "时间", "备注"].enumerated().map {
      SampleWorkbook.inline($1, at: "\(SampleWorkbook.column($0))1")
    }
    var book = SampleWorkbook([
      .init("表", SampleWorkbook.sheet(xml: "<row r=\"1\">\(names.joined())</row><row r=\"2\">\(cells)</row>"))
    ])
    book.formats = formats
    book.is1904 = is1904
    return book
  }

  @Test func rowsHaveTheNumbersOfTheSheet() throws {
    let rows = [["编号", "标题", "内容"], ["1", "路灯", "不亮"], [], ["3", "", "停水"]]
    let read = try read(SampleWorkbook(rows: rows))
    #expect(read.file.format == .xlsx && read.file.encoding == "UTF-8")
    #expect(read.opinions.map(\.line) == [2, 4] && read.blankLines == [3])
    #expect(read.opinions.map { $0[.id] } == ["1", "3"] && read.bodies == ["不亮", "停水"])
    #expect(read.fields == ["编号": .id, "标题": .title, "内容": .body])
  }

  @Test func sharedRichPhoneticAndEscapedStrings() throws {
    var book = row(
      cell("A2", "1", type: "s") + cell("B2", "0", type: "s") + cell("D2", "路_x000D_\n灯_x4F60_", type: "str"))
    book.strings = [
      "<r><t>路</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">灯 </t></r><rPh sb=\"0\" eb=\"1\"><t>lu</t></rPh>",
      "<t>a&amp;_xD83D__xDE00__x0000__xD800_</t>",
    ]
    let record = try #require(try read(book).opinions.first)
    #expect(record[.body] == "路灯 " && record[.id] == "a&😀_x0000__xD800_")
    #expect(record.others == [OtherColumn(name: "备注", value: "路\r\n灯你")])
  }

  @Test(arguments: [
    ("188006", "188006"), ("1.88006E+05", "188006"), ("1.88006E5", "188006"), ("-3", "-3"), ("0.5", "0.5"),
    ("3.2000000000000002", "3.2"), ("123456789012345", "123456789012345"), ("1E+20", "1e+20"), ("x", "x"),
    ("4.30102199001011E+17", "430102199001011008"),
  ]) func numbersAreIds(written: String, text: String) throws {
    let read = try read(row(cell("A2", written) + SampleWorkbook.inline("文", at: "B2")))
    #expect(read.opinions.first?[.id] == text)
    #expect(read.facts?.impreciseNumberCount == (text.count > 15 ? 1 : 0))
  }

  @Test(arguments: [
    ("yyyy/m/d", "43467", "2019-01-02"), ("yyyy\"年\"m\"月\"d\"日\"", "43467.5", "2019-01-02 12:00:00"),
    ("[$-804]yyyy-mm-dd hh:mm;@", "43467.336805555555", "2019-01-02 08:05:00"), ("h:mm", "0.25", "06:00:00"),
    ("yyyy/m/d", "1", "1900-01-01"), ("yyyy/m/d", "61", "1900-03-01"), ("yyyy/m/d", "-1", "-1"),
    ("[h]:mm", "43467.5", "43467.5"), ("0.00\"m\"", "43467.5", "43467.5"), ("\\d0", "43467", "43467"),
    ("[Red]0.0", "43467", "43467"), ("000000", "42", "000042"), ("General", "43467", "43467"),
  ]) func datesAndIdsByTheirFormat(format: String, written: String, text: String) throws {
    let read = try read(
      row(cell("C2", written, style: 1) + SampleWorkbook.inline("文", at: "B2"), formats: [format]))
    #expect(read.opinions.first?[.time] == text)
  }

  @Test func builtInFormatsAndThe1904System() throws {
    var book = row(cell("C2", "42005", style: 1) + SampleWorkbook.inline("文", at: "B2"), is1904: true)
    book.extra = [
      ZipFile.Entry("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
    ]
    #expect(try read(book).opinions.first?[.time] == "2019-01-02")
    book.is1904 = false
    #expect(try read(book).opinions.first?[.time] == "2015-01-01")
  }

  @Test func booleansErrorsAndFormulas() throws {
    let cells =
      cell("A2", "1", type: "b") + cell("C2", "#N/A", type: "e")
      + "<c r=\"B2\" t=\"str\"><f>CONCATENATE(\"a\",\"b\")</f><v>ab</v></c><c r=\"D2\"/>"
    let read = try read(row(cells))
    let record = try #require(read.opinions.first)
    #expect(record[.id] == "TRUE" && record[.body] == "ab" && record[.time] == nil && record.others.isEmpty)
    #expect(read.facts?.errorCellCount == 1)
  }

  @Test func aTitleAndGroupsOfColumnsAboveTheHeader() throws {
    let read = try read(
      SampleWorkbook(rows: [
        ["2024年群众意见汇总表"], [], ["基本信息", "", "诉求", "", "办理"], ["编号", "", "主题", "详情内容", "备注"],
        ["1", "甲", "路灯", "不亮", "无"],
      ]), sheet: nil)
    #expect(read.file.columns.map(\.name) == ["编号", "列2", "主题", "详情内容", "备注"])
    #expect(read.opinions.map(\.line) == [5] && read.opinions.first?[.title] == "路灯")
  }

  @Test func headersMergedDownAndAcross() throws {
    let read = try read(
      SampleWorkbook(rows: [
        ["编号", "内容", "态度", "", "备注"], ["", "", "点赞数", "反对数", ""], ["1", "路灯不亮", "3", "1", "甲"],
      ]))
    #expect(read.fields == ["编号": .id, "内容": .body, "点赞数": .likes, "反对数": .dislikes])
    #expect(read.opinions.map(\.line) == [3] && read.opinions.first?[.dislikes] == "1")
  }

  @Test func cellsPastTheHeaderAreKept() throws {
    let read = try read(SampleWorkbook(rows: [["内容"], ["路灯不亮", "", "补记"]]))
    #expect(read.opinions.first?.others == [OtherColumn(name: "列3", value: "补记")])
  }

  @Test func theSheetWithOpinionsIsFoundOrNamed() throws {
    let opinions = SampleWorkbook.sheet([["内容"], ["路灯不亮"]])
    var book = SampleWorkbook([
      .init("说明", SampleWorkbook.sheet([["填表说明"], ["请逐条填写"]])), .init("隐藏", opinions, state: "hidden"),
      .init("一月", opinions), .init(" 二月", SampleWorkbook.sheet([["内容"], ["停水"]])),
      .init("空表", SampleWorkbook.sheet([])),
    ])
    #expect(try read(book).facts == SheetFacts(sheet: "一月", otherSheets: ["说明", "隐藏", " 二月"]))
    for wanted in ["二月", " 二月", "4"] { #expect(try read(book, sheet: wanted).bodies == ["停水"]) }
    #expect {
      try read(book, sheet: "三月")
    } throws: { error in
      guard case FileError.unknownSheet(_, "三月", let sheets) = error else { return false }
      return sheets.count == 5 && (error as? FileError)?.exitCode == 64
    }
    #expect(throws: FileError.self) { try read(book, sheet: "空表") }
    // A number that is a name is the name.
    book.sheets[2].name = "4"
    #expect(try read(book, sheet: "4").bodies == ["路灯不亮"])
  }

  @Test func hiddenRowsAreReadAndCounted() throws {
    let read = try read(
      SampleWorkbook([
        .init(
          "表",
          SampleWorkbook.sheet(
            xml: "<row>" + "<c t=\"inlineStr\"><is><t>内容</t></is></c></row>"
              + "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>路灯不亮</t></is></c></row>"
              + "<row><c t=\"inlineStr\"><is><t>停水</t></is></c></row>"))
      ]))
    #expect(read.bodies == ["路灯不亮", "停水"] && read.facts?.hiddenRowCount == 1)
    #expect(read.opinions.map(\.line) == [2, 3])
  }

  @Test func anyPrefixAndTheStrictNamespace() throws {
    let xml = SampleWorkbook.sheet([["内容"], ["路灯不亮"]])
    let prefixed = xml.replacing("</", with: "</x:").replacing(
      SampleWorkbook.namespace, with: "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ).replacing(#/<([a-z])/#) { "<x:\($0.1)" }.replacing("xmlns=", with: "xmlns:x=")
    #expect(try read(SampleWorkbook([.init("表", prefixed)])).bodies == ["路灯不亮"])
  }

  /// The text of a cell comes in pieces of 64 KiB.
  @Test func longCells() throws {
    let long = String(repeating: "路灯不亮", count: 60_000)
    let tooLong = String(repeating: "长", count: 1_000_001)
    let read = try read(SampleWorkbook(rows: [["内容"], [long], [tooLong], ["停水"]]))
    #expect(read.bodies == [long, "停水"])
    #expect(read.problems.map(\.line) == [3])
  }

  /// More strings than memory should hold lie in a file.
  @Test func manySharedStrings() throws {
    let count = 1200
    let filler = String(repeating: "路", count: 10_000)
    var book = SampleWorkbook([
      .init(
        "表",
        SampleWorkbook.sheet(
          xml: (0..<count).map { "<row>" + cell("A\($0 + 1)", "\($0)", type: "s") + "</row>" }.joined()))
    ])
    book.strings = ["<t>内容</t>"] + (1..<count).map { "<t>\($0)\(filler)</t>" }
    let read = try read(book)
    #expect(read.opinions.count == count - 1)
    for (i, body) in read.bodies.enumerated() where body != "\(i + 1)\(filler)" {
      Issue.record("row \(i)")
      break
    }
  }

  @Test func encryptedAndOlderWorkbooksAreNamed() throws {
    var compound = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 4000)
    #expect(throws: FileError.unsupportedFormat(path: "", kind: "XLS")) { try open(compound, "a.xls") }
    compound.replaceSubrange(
      2000..<2032, with: "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(throws: FileError.passwordProtected(path: "")) { try open(compound, "a.xlsx") }
    var locked = SampleWorkbook(rows: [["内容"], ["甲"]]).entries
    for i in locked.indices { locked[i].flags |= 1 }
    #expect(throws: FileError.passwordProtected(path: "")) { try open(ZipFile(locked).bytes, "a.xlsx") }
    for (name, kind) in [
      ("xl/workbook.bin", "XLSB"), ("word/document.xml", "DOCX"), ("意见.csv", "ZIP"),
      ("ppt/presentation.xml", "PPTX"),
    ] {
      let bytes = ZipFile([.init(name, "x")]).bytes
      #expect(throws: FileError.unsupportedFormat(path: "", kind: kind)) { try open(bytes, "a.xlsx") }
    }
  }

  /// Opens `bytes`; an error has the path "".
  private func open(_ bytes: [UInt8], _ name: String) throws {
    do { _ = try ReadRows(name, bytes) } catch let error as FileError {
      #expect(error.exitCode == 65)
      switch error {
      case .unsupportedFormat(_, let kind): throw FileError.unsupportedFormat(path: "", kind: kind)
      case .passwordProtected: throw FileError.passwordProtected(path: "")
      default: throw error
      }
    }
  }
}
