import Foundation
import Minyi
import TestSupport
import Testing

/// What leaves Minyi comes back the same, and opens elsewhere.
@Suite struct ExportTests {
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  /// Opinions with everything that a cell can do to a file.
  private static let rows: [[String]] = [
    [
      "编号", "标题", "内容", "时间", "用户", "地区", "渠道", "点赞数", "反对数", "答复意见", "答复时间", "备注", "备注", "A_x0041_列", "联系电话",
    ],
    [
      "1", "=1+1", "=HYPERLINK(\"http://a\",\"路灯\")", "2024-01-02 08:05:09", "张三", "城关", "来信", "3", "0", "已修",
      "2024-02-01", "a", "b", "c", "13812345678",
    ],
    [
      "002", "", "第一行\n第二行\r\n第三行，\"引号\"", "2024-01-02", "李四", "", "", "", "", "", "", "", "=x", "",
      "13812345678",
    ],
    ["3", "@青禾发布", "'=1 不是公式", "", "张三", "", "", "", "", "", "", "'b", "'+x", "_x000D_", "李四"],
    ["4", "-5", "+86 电话打不通 😀", "昨天", "", "", "", "10000", "", "", "", "-3", "@SUM(1)", "", ""],
    ["", "\u{3000}空格", " 前后都有空格 ", "", "", "石桥", "", "", "", "", "", "", "", "", ""],
    ["", "\t制表", "<b>标签</b> &amp; ]]> \u{1}\u{FFFE}", "", "", "", "", "", "", "", "", "", "", "", ""],
  ]

  /// All opinions with all their columns, by id: what the content hash of a workspace is made of.
  private func content(of workspace: String) throws -> String {
    let outcome = try minyi("export", "opinions", "--workspace", workspace)
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.output
  }

  @Test(arguments: ["csv", "jsonl", "xlsx"]) func opinionsComeBackTheSame(_ format: String) throws {
    _ = try minyi.home.file(
      "a.csv",
      SampleOpinions.table(ExportTests.rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" } })
    )
    // Names and phones in other columns are kept as hashes, of which the secret differs between workspaces.
    let first = try minyi("import", "a.csv", "--workspace", "a.sqlite")
    #expect(first.output.contains("新增 6 "), "\(first)")
    let expected = try content(of: "a.sqlite")
    let export = try minyi(
      "export", "opinions", "--format", format, "-o", "o.\(format)", "--workspace", "a.sqlite")
    #expect(
      export.status == 0 && export.errors.contains("不能还原为本人") && !expected.contains("13812345678"),
      "\(export)")
    let back = try minyi("import", "o.\(format)", "--workspace", "b.sqlite")
    #expect(back.output.contains("新增 6 + 更新 0 + 未变 0 + 空白 0 + 有误 0"), "\(back)")
    #expect(try content(of: "b.sqlite") == expected)
    let hashes = try ["a.sqlite", "b.sqlite"].map { name in
      try Workspace(
        path: minyi.home.url.appendingPathComponent(name).path, mode: .existing, dictionaries: .empty
      ).contentHash()
    }
    #expect(hashes[0] == hashes[1])
    let again = try minyi("import", "o.\(format)", "--workspace", "a.sqlite")
    #expect(again.output.contains("新增 0 + 更新 0 + 未变 6"), "\(again)")
    // The same opinions, the same bytes.
    let second = try minyi(
      "export", "opinions", "--format", format, "-o", "p.\(format)", "--workspace", "b.sqlite")
    #expect(second.status == 0)
    #expect(
      try Data(contentsOf: minyi.home.url.appendingPathComponent("o.\(format)"))
        == Data(contentsOf: minyi.home.url.appendingPathComponent("p.\(format)")))
  }

  @Test func csvHasAMarkUnlessToldOtherwise() throws {
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    _ = try minyi("import", "a.csv", "--workspace", "a.sqlite")
    let marked = try minyi("export", "opinions", "--format", "csv", "--workspace", "a.sqlite").outputBytes
    let bare = try minyi("export", "opinions", "--format", "csv", "--no-bom", "--workspace", "a.sqlite")
      .outputBytes
    #expect(Array(marked.prefix(3)) == [0xEF, 0xBB, 0xBF] && Array(marked.dropFirst(3)) == Array(bare))
  }

  @Test func wrongAsksAreUsage() throws {
    for arguments in [
      ["xlsx"], ["xlsx", "-o", "-"], ["opinions", "--format", "xlsx"], ["opinions", "--format", "md"],
      ["agenda", "--format", "xlsx", "-o", "a.xlsx"],
    ] {
      #expect(
        try minyi.run(["export"] + arguments + ["--workspace", "a.sqlite"]).status == 64, "\(arguments)")
    }
    #expect(try minyi("export", "xlsx", "-o", "没有/a.xlsx", "--workspace", "a.sqlite").status == 73)
  }

  private func workbook() throws -> String {
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
    _ = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    let outcome = try minyi("export", "xlsx", "-o", "结果.xlsx", "--workspace", "w.sqlite")
    try #require(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    return minyi.home.url.appendingPathComponent("结果.xlsx").path
  }

  @Test func theWorkbookHasTheMessagesOfTheTopics() throws {
    let path = try workbook()
    let details = try minyi("import", "结果.xlsx", "--sheet", "热点问题留言明细表", "--workspace", "d.sqlite")
    let alone = try minyi("import", "结果.xlsx", "--sheet", "未归类", "--workspace", "d.sqlite")
    #expect(details.status == 0 && details.output.contains("空白 0 + 有误 0"), "\(details)")
    #expect(details.output.contains("议题清单") && details.output.contains("处理说明"), "\(details)")
    #expect(alone.status == 0 || alone.status == 65, "\(alone)")
    // All opinions are in one of the two sheets, or in a concern that is not on the agenda.
    let count = try minyi("info", "--workspace", "d.sqlite").output
    #expect(count.contains("意见：38 条"), "\(count)")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try minyi("export", "xlsx", "-o", "结果.xlsx", "--workspace", "w.sqlite")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before, "the same results, other bytes")
  }

  @Test(.enabled("LibreOffice is not installed") { ExportTests.office != nil })
  func theWorkbookOpensInLibreOffice() throws {
    let path = try workbook()
    let office = try #require(ExportTests.office)
    let convert = try minyi.shell(
      "LC_ALL=C.UTF-8 HOME=$TMPDIR '\(office)' --headless --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true,false,false,false,-1 --outdir out '\(path)' && LC_ALL=C.UTF-8 HOME=$TMPDIR '\(office)' --headless --convert-to pdf --outdir out '\(path)'"
    )
    #expect(convert.status == 0, "\(convert)")
    let folder = minyi.home.url.appendingPathComponent("out")
    let hot = try String(contentsOf: folder.appendingPathComponent("结果-热点问题表.csv"), encoding: .utf8)
    #expect(hot.hasPrefix("排名,问题ID,热度指数,时间范围,地点/人群,问题描述"), "\(hot)")
    #expect(!hot.contains("Err:") && !hot.contains("#"), "\(hot)")
    let pdf = try Data(contentsOf: folder.appendingPathComponent("结果.pdf"))
    #expect(pdf.starts(with: Array("%PDF".utf8)) && pdf.count > 5000)
  }

  /// Every cell of a sheet of opinions as openpyxl has it, against the same opinions as JSON; and what the sheets of the
  /// results are to have.
  @Test(.enabled("python3 with openpyxl is not installed") { ExportTests.python != nil })
  func openpyxlReadsTheSameCells() throws {
    _ = try minyi.home.file(
      "a.csv",
      SampleOpinions.table(ExportTests.rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" } })
    )
    _ = try minyi("import", "a.csv", "--workspace", "a.sqlite")
    _ = try minyi("export", "opinions", "--format", "xlsx", "-o", "o.xlsx", "--workspace", "a.sqlite")
    _ = try minyi("export", "opinions", "-o", "o.jsonl", "--workspace", "a.sqlite")
    _ = try workbook()
    _ = try minyi.home.file("check.py", ExportTests.openpyxlScript)
    let python = try #require(ExportTests.python)
    let outcome = try minyi.shell("LC_ALL=C.UTF-8 '\(python)' check.py")
    #expect(outcome.status == 0 && outcome.output == "6 opinions, 7 sheets\n", "\(outcome)")
  }

  private static let openpyxlScript = #"""
    import json, re
    from datetime import datetime
    import openpyxl

    def text(value):
        if isinstance(value, datetime):
            whole = value.hour == value.minute == value.second == 0
            return value.strftime("%Y-%m-%d" if whole else "%Y-%m-%d %H:%M:%S")
        # openpyxl leaves escapes as they are.
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), value) if isinstance(value, str) else value

    rows = [json.loads(line, object_pairs_hook=list) for line in open("o.jsonl", encoding="utf-8")]
    sheet = openpyxl.load_workbook("o.xlsx")["意见"]
    cells = [[text(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert cells == [[value for _, value in row] for row in rows], (cells, rows)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert [text(cell.value) for cell in sheet[1]][11:] == [name for name, _ in rows[0]][11:]

    book = openpyxl.load_workbook("结果.xlsx")
    names = ["议题清单", "热点问题表", "热点问题留言明细表", "主题", "未归类", "逐月数据", "处理说明"]
    assert book.sheetnames == names, book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:"), sheet.title
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), sheet.title
    hot, details = book["热点问题表"], book["热点问题留言明细表"]
    assert [c.value for c in hot[1]][:6] == ["排名", "问题ID", "热度指数", "时间范围", "地点/人群", "问题描述"]
    titles = [c.value for c in details[1]]
    assert titles == ["问题ID", "留言编号", "用户", "主题", "时间", "详情", "点赞数", "反对数"], titles
    assert hot["B2"].hyperlink.location == "'热点问题留言明细表'!A2" and details["A2"].hyperlink
    assert isinstance(details["E2"].value, datetime) and isinstance(details["G2"].value, int)
    assert len(hot._charts) == hot.max_row - 1
    # A chart stays in the row of its topic.
    assert all(c.anchor._from.row == c.anchor.to.row == i + 1 for i, c in enumerate(hot._charts))
    print(f"{len(cells)} opinions, {len(book.sheetnames)} sheets")
    """#

  /// The Python of whoever runs the tests, if it has openpyxl.
  private static var python: String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import openpyxl, sys; print(sys.executable, end='')"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let path = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? path : nil
  }

  private static var office: String? {
    ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].first
    {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
