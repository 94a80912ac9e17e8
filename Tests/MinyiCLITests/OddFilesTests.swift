import Foundation
import TestSupport
import Testing

/// Files as they should not be: each ends in data or in a clear error with the right status, within 2 s and 200 MB.
@Suite struct OddFilesTests {
  enum End: Sendable {
    /// Status 0, or 65 where all are malformed, with so many rows kept and so many malformed.
    case rows(Int, malformed: Int = 0)
    /// The status, and what the message says beside the file's name.
    case refused(Int32, String)
  }

  struct Odd: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var end: End
    /// The file is as long as this, the rest of it holes.
    var sparseByteCount: Int?
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ end: End, sparse: Int? = nil) {
      self.name = name
      self.bytes = bytes
      self.end = end
      sparseByteCount = sparse
    }

    init(_ name: String, _ text: String, _ end: End) { self.init(name, Array(text.utf8), end) }
  }

  @Test(arguments: archives + sheets + tables + texts) func endsWell(_ odd: Odd) throws {
    let minyi = try MinyiProcess()
    let path = try minyi.home.file(odd.name, odd.bytes)
    if let count = odd.sparseByteCount { try #require(truncate(path, off_t(count)) == 0) }
    let (outcome, usage) = try minyi.measured(["import", odd.name, "--workspace", "w.sqlite"])
    // Processor time, since other tests run beside this one.
    #expect(usage.processorSeconds < 2 && usage.peakMegabytes < 200, "\(odd.name): \(usage)")
    switch odd.end {
    case .rows(let kept, let malformed):
      #expect(outcome.status == (kept == 0 && malformed > 0 ? 65 : 0), "\(outcome)")
      #expect(
        outcome.output.contains("新增 \(kept) ") && outcome.output.contains("有误 \(malformed)\n"), "\(outcome)")
    case .refused(let status, let words):
      #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains(odd.name) && outcome.errors.contains(words), "\(outcome)")
      #expect(!outcome.errors.contains("内部错误"), "\(outcome)")
    }
  }

  @Test func thereAreSixty() {
    #expect(
      (OddFilesTests.archives + OddFilesTests.sheets + OddFilesTests.tables + OddFilesTests.texts).count >= 60
    )
  }

  // MARK: archives

  private static let damaged = "不完整或已损坏"
  private static let good = SampleWorkbook(rows: [["编号", "内容"], ["1", "路灯不亮"], ["2", "水压不足"]])

  private static func changed(_ name: String, _ change: (inout ZipFile.Entry) -> Void) -> [UInt8] {
    var entries = good.entries
    for i in entries.indices where entries[i].name == name { change(&entries[i]) }
    return ZipFile(entries).bytes
  }

  private static func without(_ name: String) -> [UInt8] {
    ZipFile(good.entries.filter { $0.name != name }).bytes
  }

  private static func with(_ entry: ZipFile.Entry) -> [UInt8] {
    var book = good
    book.extra = [entry]
    return book.bytes
  }

  private static let sheetName = "xl/worksheets/sheet1.xml"
  private static let compound =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 3000)
  private static let laughs =
    "<!DOCTYPE a [<!ENTITY a \"ha\">"
    + (1...30).map { "<!ENTITY a\($0) \"&a\($0 == 1 ? "" : "\($0 - 1)");&a\($0 == 1 ? "" : "\($0 - 1)");\">" }
    .joined()
    + "]>"

  static let archives: [Odd] = [
    Odd("好.xlsx", good.bytes, .rows(2)), Odd("好.csv", good.bytes, .rows(2)),
    Odd("一半.xlsx", Array(good.bytes.prefix(good.bytes.count / 2)), .refused(65, damaged)),
    Odd("少一个字节.xlsx", Array(good.bytes.dropLast()), .refused(65, damaged)),
    Odd("只有开头.xlsx", [0x50, 0x4B, 3, 4], .refused(65, damaged)),
    Odd("空档案.xlsx", ZipFile([]).bytes, .refused(65, "不支持 ZIP")),
    Odd("校验和.xlsx", changed(sheetName) { $0.checksum ^= 1 }, .refused(65, damaged)),
    Odd("样式校验和.xlsx", changed("xl/styles.xml") { $0.checksum ^= 1 }, .refused(65, damaged)),
    Odd("字符串校验和.xlsx", changed("xl/sharedStrings.xml") { $0.checksum ^= 1 }, .refused(65, damaged)),
    Odd("长度太小.xlsx", changed(sheetName) { $0.byteCount -= 9 }, .refused(65, damaged)),
    Odd("长度太大.xlsx", changed(sheetName) { $0.byteCount += 9 }, .refused(65, damaged)),
    Odd("谎报四GB.xlsx", changed(sheetName) { $0.byteCount = 0xFFFF_FFF0 }, .refused(65, "异常地大")),
    Odd(
      "炸弹.xlsx",
      with(
        ZipFile.Entry(
          sheetName, head: SampleWorkbook.header + "<worksheet><sheetData>", byte: 0x20, count: 1 << 30,
          tail: "</sheetData></worksheet>")), .refused(65, "异常地大")),
    Odd("未知压缩.xlsx", changed(sheetName) { $0.method = 99 }, .refused(65, damaged)),
    Odd("加密条目.xlsx", changed(sheetName) { $0.flags |= 1 }, .refused(65, "密码")),
    Odd("套娃.zip", ZipFile([.init("好.xlsx", good.bytes)]).bytes, .refused(65, "请先解压")),
    Odd("套娃.xlsx", ZipFile([.init("a.zip", ZipFile([.init("b", "x")]).bytes)]).bytes, .refused(65, "请先解压")),
    Odd("表格.zip", ZipFile([.init("意见.csv", "内容\n路灯\n")]).bytes, .refused(65, "请先解压")),
    Odd("密码.xlsx", compound + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }, .refused(65, "密码")),
    Odd("旧版.xls", compound, .refused(65, "不支持 XLS")),
    Odd("二进制.xlsb", ZipFile([.init("xl/workbook.bin", "x")]).bytes, .refused(65, "不支持 XLSB")),
    Odd("文档.docx", ZipFile([.init("word/document.xml", "x")]).bytes, .refused(65, "不支持 DOCX")),
    Odd(
      "开放.ods", ZipFile([.init("mimetype", "x"), .init("content.xml", "x")]).bytes, .refused(65, "不支持 ODS")),
    Odd("无工作簿.xlsx", without("xl/workbook.xml"), .refused(65, "不支持 ZIP")),
    Odd("无关系.xlsx", without("xl/_rels/workbook.xml.rels"), .refused(65, "文件是空的")),
    Odd("无表.xlsx", without(sheetName), .refused(65, damaged)),
    Odd("无样式.xlsx", without("xl/styles.xml"), .rows(2)),
    Odd(
      "路径.xlsx",
      with(
        .init(
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>"
        )), .refused(65, damaged)),
    Odd("重名.xlsx", ZipFile(good.entries + good.entries).bytes, .rows(2)),
    Odd("前有垃圾.xlsx", Array("垃圾".utf8) + good.bytes, .refused(65, "不是文本文件")),
    Odd("档案空洞.xlsx", [0x50, 0x4B, 3, 4], .refused(65, damaged), sparse: 2 << 30),
  ]

  // MARK: sheets

  private static func sheet(_ xml: String) -> [UInt8] { with(.init(sheetName, xml)) }

  private static func rows(_ xml: String, strings: [String] = []) -> [UInt8] {
    var book = SampleWorkbook([
      .init(
        "表",
        SampleWorkbook.sheet(
          xml: "<row r=\"1\">" + SampleWorkbook.inline("内容", at: "A1") + SampleWorkbook.inline("时间", at: "B1")
            + "</row>" + xml))
    ])
    book.strings = strings
    return book.bytes
  }

  private static func row(_ number: Int, _ text: String) -> String {
    "<row r=\"\(number)\">" + SampleWorkbook.inline(text, at: "A\(number)") + "</row>"
  }

  static let sheets: [Odd] = [
    Odd(
      "笑.xlsx",
      sheet(laughs + "<worksheet><sheetData><row><c><v>&a30;</v></c></row></sheetData></worksheet>"),
      .refused(65, damaged)),
    Odd(
      "工作簿笑.xlsx", with(.init("xl/workbook.xml", laughs + "<workbook>&a30;</workbook>")),
      .refused(65, damaged)),
    Odd(
      "外部实体.xlsx",
      sheet("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>"),
      .refused(65, damaged)),
    Odd("不是XML.xlsx", sheet("路灯不亮"), .refused(65, damaged)),
    Odd("空条目.xlsx", sheet(""), .refused(65, damaged)),
    Odd(
      "XML一半.xlsx", sheet(String(SampleWorkbook.sheet([["内容"], ["路灯"]]).dropLast(30))), .refused(65, damaged)),
    Odd("空表.xlsx", sheet(SampleWorkbook.sheet([])), .refused(65, "文件是空的")),
    Odd("只有表头.xlsx", rows(""), .rows(0)),
    Odd("没有内容列.xlsx", sheet(SampleWorkbook.sheet([["甲", "乙"], ["1", "2"]])), .refused(65, "找不到内容列")),
    Odd(
      "半个代理对.xlsx", rows("<row r=\"2\"><c t=\"inlineStr\"><is><t>&#xD800;</t></is></c></row>"),
      .refused(65, damaged)),
    Odd("代理转义.xlsx", rows(row(2, "路灯不亮_xD800_")), .rows(1)),
    Odd("空字符.xlsx", rows(row(2, "路灯\u{0}不亮")), .refused(65, damaged)),
    Odd("控制字符.xlsx", rows(row(2, "路灯\u{1}不亮")), .refused(65, damaged)),
    Odd(
      "缺字符串.xlsx", rows("<row r=\"2\"><c t=\"s\"><v>7</v></c></row>" + row(3, "水压不足")), .rows(1, malformed: 1)
    ),
    Odd(
      "负字符串.xlsx", rows("<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>" + row(3, "水压不足")),
      .rows(1, malformed: 1)),
    Odd(
      "百万列.xlsx",
      rows("<row r=\"2\">" + SampleWorkbook.inline("远", at: "BDWGN2") + "</row>" + row(3, "水压不足")),
      .rows(1, malformed: 1)),
    Odd(
      "两万列表头.xlsx",
      sheet(
        SampleWorkbook.sheet(
          xml: "<row>" + SampleWorkbook.inline("内容", at: "A1")
            + String(repeating: "<c t=\"inlineStr\"><is><t>列</t></is></c>", count: 20_000) + "</row>"
            + row(2, "路灯不亮"))),
      .rows(1)),
    Odd(
      "坏地址.xlsx", rows("<row r=\"x\"><c r=\"99\" t=\"str\"><v>路灯</v></c></row>" + row(3, "水压不足")),
      .rows(1, malformed: 1)),
    Odd("行号倒退.xlsx", rows(row(9, "路灯不亮") + row(3, "水压不足")), .rows(2)),
    Odd(
      "巨大日期.xlsx",
      rows("<row r=\"2\">" + SampleWorkbook.inline("路灯不亮", at: "A2") + "<c r=\"B2\"><v>1E+300</v></c></row>"),
      .rows(1)),
    Odd(
      "长属性.xlsx", sheet("<worksheet a=\"" + String(repeating: "x", count: 6 << 20) + "\"/>"),
      .refused(65, damaged)),
    Odd(
      "长注释.xlsx", sheet("<worksheet><!--" + String(repeating: "x", count: 6 << 20) + "--></worksheet>"),
      .refused(65, damaged)),
    Odd(
      "深嵌套.xlsx",
      sheet(String(repeating: "<a>", count: 50_000) + String(repeating: "</a>", count: 50_000)),
      .refused(65, "文件是空的")),
    Odd(
      "长单元格.xlsx", rows(row(2, String(repeating: "长", count: 1_100_000)) + row(3, "水压不足")),
      .rows(1, malformed: 1)),
  ]

  // MARK: tables

  private static let head = Array("编号,内容\n1,路灯不亮了很久没有人修\n".utf8)
  private static let gbk: [UInt8] = [0xC2, 0xB7, 0xB5, 0xC6, 0xB2, 0xBB, 0xC1, 0xC1]

  static let tables: [Odd] = [
    Odd("空行尾.csv", "编号,内容,,,\n1,路灯不亮,,,\n2,水压不足\n", .rows(2)),
    Odd("CR.csv", "编号,内容\r1,路灯不亮\r2,水压不足\r", .rows(2)),
    Odd("混行尾.csv", "编号,内容\r\n1,路灯不亮\n2,水压不足\r3,停电\r\n", .rows(3)),
    Odd("分号.csv", "编号;内容\n1;路灯不亮\n", .rows(1)),
    Odd("换行.csv", "编号,内容\n1,\"路灯\n不亮\"\n", .rows(1)),
    Odd("公式.csv", "编号,内容\n=\"001\",\"=HYPERLINK(\"\"http://a\"\",\"\"路灯不亮\"\")\"\n", .rows(1)),
    Odd("空字节.csv", head + Array("2,水\u{0}压\n3,停电了\n".utf8), .rows(2, malformed: 1)),
    Odd("全是空字节.csv", [UInt8](repeating: 0, count: 5000), .refused(65, "不是文本文件")),
    Odd("UTF7.csv", "+kBp,+UYVbuQ-\n1,+Z+VnLA-\n", .refused(65, "找不到内容列")),
    Odd("混编码.csv", head + [0x32, 0x2C] + gbk + Array("\n3,停电了\n".utf8), .rows(2, malformed: 1)),
    Odd("代理字节.csv", head + [0x32, 0x2C, 0xED, 0xA0, 0x80] + Array("\n3,停电了\n".utf8), .rows(2, malformed: 1)),
    Odd("引号不闭.csv", "编号,内容\n1,\"路灯不亮\n2,水压不足\n", .rows(1, malformed: 1)),
    Odd("只有引号.csv", "\"\"\"\n", .refused(65, "表头")),
    Odd("百万列.csv", "内容" + String(repeating: ",", count: 1_000_000) + "\n路灯不亮\n", .rows(1)),
    Odd("长行.csv", "内容\n" + String(repeating: "a", count: 20 << 20) + "\n路灯不亮\n", .rows(1, malformed: 1)),
    Odd("空洞.csv", [], .refused(65, "不是文本文件"), sparse: 2 << 30),
    Odd("表后空洞.csv", head, .refused(65, "不是文本文件"), sparse: 2 << 30),
    Odd("网页.xls", "<html><table><tr><td>内容</td></tr></table></html>", .refused(65, "不支持 HTML")),
    Odd("旧XML.xls", "<?xml version=\"1.0\"?><Workbook/>", .refused(65, "不支持 HTML")),
    Odd(
      "Unicode文本.txt",
      [0xFF, 0xFE] + "编号\t内容\r\n1\t路灯不亮\r\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, .rows(1)),
    Odd(
      "UTF16奇数.csv",
      [0xFF, 0xFE] + "内容\n路灯不亮\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + [0x41],
      .rows(1, malformed: 1)),
  ]

  // MARK: other texts

  static let texts: [Odd] = [
    Odd("空.csv", "", .refused(65, "文件是空的")), Odd("只有BOM.csv", "\u{FEFF}", .refused(65, "文件是空的")),
    Odd("空白.txt", " \r\n\t\u{3000}\n", .refused(65, "文件是空的")),
    Odd(
      "UTF32.csv",
      [0xFF, 0xFE, 0, 0]
        + "内容\n".unicodeScalars.flatMap { [UInt8($0.value & 255), UInt8($0.value >> 8), 0, 0] },
      .refused(65, "空字符")),
    Odd(
      "图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0...255).map { UInt8($0) },
      .refused(65, "不支持 PNG")),
    Odd("文件.pdf", "%PDF-1.7\n内容", .refused(65, "不支持 PDF")),
    Odd(
      "压缩.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + (0..<400).map { UInt8($0 * 7 & 255) },
      .refused(65, "请先解压")),
    Odd("代理.jsonl", "{\"body\":\"路灯不亮\"}\n{\"body\":\"\\ud800\"}\n", .rows(1, malformed: 1)),
    Odd("断.jsonl", "{\"body\":\"路灯不亮\"}\n{\"body\":\"水\n", .rows(1, malformed: 1)),
    Odd(
      "深.jsonl", "{\"body\":\"路灯不亮\"}\n{\"x\":" + String(repeating: "[", count: 100_000) + "\n",
      .rows(1, malformed: 1)),
    Odd("断.json", "[{\"body\":\"路灯不亮\"},{\"body\":\"水", .rows(1, malformed: 1)),
    Odd("标量.json", "[1,2,3]", .rows(0, malformed: 3)),
  ]
}
