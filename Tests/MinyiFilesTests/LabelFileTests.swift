import MinyiFiles
import TestSupport
import Testing

/// Files that give ids a label, in every format that opinions come in.
struct LabelFileTests {
  /// Reads `bytes` as a file of that name; rows without their lines.
  private func rows(
    _ name: String, _ bytes: [UInt8], id: String? = nil, label: String = "类别"
  ) throws -> (id: String, rows: [LabelRow]) {
    let folder = try TemporaryFolder()
    let file = try LabelFile(path: folder.file(name, bytes))
    var rows: [LabelRow] = []
    let column = try file.forEachRow(idColumn: id, labelColumn: label) { rows.append($0) }
    return (column, rows)
  }

  private func columns(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    return try LabelFile(path: folder.file(name, bytes)).columns()
  }

  private static let expected: [LabelRow] = [
    .label(line: 2, id: "007", label: "停水"), .label(line: 3, id: "8", label: "路灯"), .unlabelled(line: 4),
    .noID(line: 5),
  ]

  static let files: [(String, [UInt8])] = [
    ("g.csv", Array("编号,类别\n007, 停水 \n8,路灯\n9,\n,路灯\n".utf8)),
    ("g.tsv", Array("编号\t类别\n007\t停水\n8\t路灯\n9\t\n\t路灯\n".utf8)),
    // Neither has a column for the text, so both look like lines of text.
    ("g.txt", Array("编号,类别\n007,停水\n8,路灯\n9,\n,路灯\n".utf8)),
    ("gold", Array("编号;类别\r\n007;停水\r\n8;路灯\r\n9;\r\n;路灯\r\n".utf8)),
    (
      "g.xlsx",
      SampleWorkbook(rows: [["编号", "类别"], ["007", "停水"], ["8", "路灯"], ["9", ""], ["", "路灯"]]).bytes
    ),
    (
      "g.jsonl",
      Array(
        """

        {"编号":"007","类别":"停水"}
        {"编号":8,"类别":"路灯"}
        {"编号":"9","类别":null}
        {"类别":"路灯"}

        """.utf8)
    ),
  ]

  @Test(arguments: files)
  func everyFormatSaysTheSame(_ name: String, _ bytes: [UInt8]) throws {
    let (id, rows) = try rows(name, bytes)
    // A blank line is a row too.
    #expect(id == "编号" && rows.filter { $0 != .unlabelled(line: 1) } == LabelFileTests.expected, "\(rows)")
    #expect(try columns(name, bytes) == ["编号", "类别"])
  }

  /// A gold column beside the opinions themselves: texts, titles and other classes do not matter.
  @Test func labelsMayStandBesideOpinions() throws {
    let bytes = Array("工单号,标题,内容,主题,类别\nA1,停水了,停水三天,水,停水\nA2,路灯,很暗,灯,\n".utf8)
    #expect(try rows("a.csv", bytes).rows == [.label(line: 2, id: "A1", label: "停水"), .unlabelled(line: 3)])
    #expect(try rows("a.csv", bytes, label: "主题").rows.last == .label(line: 3, id: "A2", label: "灯"))
    #expect(
      try rows("a.csv", bytes, id: "标题").rows.first == .label(line: 2, id: "停水了", label: "停水"))
    let json = Array(#"{"id":1,"body":"停水","label":"a"}"#.utf8) + Array("\n{\"id\":2,\"body\":\"停电\"}\n".utf8)
    #expect(
      try rows("a.jsonl", json, label: "label").rows == [
        .label(line: 1, id: "1", label: "a"), .unlabelled(line: 2),
      ])
  }

  @Test func columnsAreFoundAsHeadersAre() {
    let names = ["label", "类别", "一级标签"]
    #expect(LabelFile.column(named: names, among: ["编号", "一级標籤", " Label："]) == " Label：")
    #expect(LabelFile.column(named: names, among: ["编号", "一级标签"]) == "一级标签")
    #expect(LabelFile.column(named: names, among: ["编号", "内容"]) == nil)
  }

  @Test func badFilesAreTold() throws {
    let bytes = Array("编号,类别\n1,a\n".utf8)
    #expect(throws: FileError.self) { try rows("g.csv", []) }
    let known = ["编号", "类别"]
    for (id, label, option, culprit) in [
      (nil, "无", LabelFile.labelOption, "无"), ("无", "类别", LabelFile.idOption, "无"),
      ("无", "不", LabelFile.idOption, "无"),
    ] as [(String?, String, String, String)] {
      do {
        _ = try rows("g.csv", bytes, id: id, label: label)
        Issue.record("read")
      } catch FileError.noLabelColumn(_, let found, let column, let columns) {
        #expect(found == option && column == culprit && columns == known)
      }
    }
    // Without an id, and where the one column is named twice.
    for (text, id) in [("甲,类别\n1,a\n", nil), ("编号,类别\n1,a\n", "类别")] as [(String, String?)] {
      #expect(throws: FileError.self) { try rows("g.csv", Array(text.utf8), id: id) }
    }
    let broken = try rows("g.csv", Array("编号,类别\n1,a,b,c\n2,b\n".utf8)).rows
    guard case .malformed(let problem) = broken.first else { throw FileError.empty(path: "\(broken)") }
    #expect(problem.line == 2 && broken.last == .label(line: 3, id: "2", label: "b"))
  }
}
