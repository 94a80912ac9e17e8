import Foundation
import TestSupport
import Testing

/// What leaves Minyi to be read: the report and the briefs.
@Suite struct ReportTests {
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: minyi.home.url.appendingPathComponent(name), encoding: .utf8)
  }

  private func mine(_ rows: [SampleOpinions.Row] = SampleOpinions.rows, _ arguments: [String] = []) throws {
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv(rows))
    let outcome = try minyi.run(["run", "意见.csv", "--workspace", "w.sqlite", "--quiet"] + arguments)
    try #require(outcome.status == 0, "\(outcome)")
  }

  @Test func aReportHasTheTopicsOfTheAgenda() throws {
    try mine(SampleOpinions.rows, ["--report", "a.html"])
    let outcome = try minyi("report", "--workspace", "w.sqlite", "-o", "b.html")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    let html = try text("b.html")
    #expect(try text("a.html") == html, "run --report and report differ")
    #expect(try minyi("report", "--workspace", "w.sqlite", "-o", "-").output == html)
    let agenda = try AgendaJSON(minyi("agenda", "--workspace", "w.sqlite", "--format", "json").outputBytes)
    #expect(!agenda.topics.isEmpty)
    for topic in agenda.topics {
      #expect(html.contains("<article class=\"topic\" id=\"topic-\(topic.concern)\""))
      #expect(html.contains("<bdi>\(topic.label)</bdi>"))
    }
    #expect(html.contains("读取") == false && html.contains("意见.csv"))
    // Each quote stands there with the id of its opinion.
    for quote in agenda.topics.flatMap(\.quotes) { #expect(html.contains("[<bdi>\(quote.opinion)</bdi>]")) }
  }

  @Test func theOrderOfRowsAndThreadsDoNotMatter() throws {
    try mine(SampleOpinions.rows, ["--report", "a.html"])
    // Authors are hashed under a key of the workspace, and go into the hash of the input.
    func masked(_ html: String) -> String {
      html.replacing(/(输入哈希<\/dt><dd class="num">)[0-9a-f]{32}/, with: { $0.output.1 + "…" })
    }
    let expected = masked(try text("a.html"))
    #expect(expected.contains("…</dd>"))
    for (seed, threads) in [(1, "1"), (2, "4")] as [(UInt64, String)] {
      let other = try MinyiProcess()
      _ = try other.home.file("意见.csv", SampleOpinions.csv(SampleOpinions.shuffled(seed: seed)))
      let outcome = try other("run", "意见.csv", "--report", "a.html", "--threads", threads)
      #expect(outcome.status == 0, "\(outcome)")
      let html = try String(contentsOf: other.home.url.appendingPathComponent("a.html"), encoding: .utf8)
      #expect(masked(html) == expected, "seed \(seed), \(threads) threads")
    }
  }

  @Test func opinionsWithBodiesAloneMakeAReport() throws {
    let lines = SampleOpinions.rows.map { $0.body + "\n" }.joined()
    _ = try minyi.home.file("a.csv", "内容\n" + lines)
    let outcome = try minyi("run", "a.csv", "--report", "a.html", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome)")
    let html = try text("a.html")
    #expect(html.contains("The opinions have no dates.") && html.contains("no dates, no trend"))
    #expect(!html.contains("Theme × place") && html.contains("<html lang=\"en\">"))
  }

  @Test func wrongAsksAreTold() throws {
    try mine()
    for (arguments, status) in [
      (["report"], 64), (["report", "-o", "没有/a.html"], 73), (["report", "-o", "a.html", "--top", "0"], 64),
      (["brief"], 64), (["brief", "1", "--period", "2023-05", "-o", "a.md"], 64),
      (["brief", "1", "-o", "a.pdf"], 64), (["brief", "1", "--format", "docx"], 64), (["brief", "9999"], 66),
      (["brief", "--period", "2023-13"], 64), (["brief", "--period", "2031-05"], 66),
      (["brief", "1", "-o", "没有/a.docx"], 73),
    ] {
      let outcome = try minyi.run(arguments + ["--workspace", "w.sqlite"])
      #expect(outcome.status == Int32(status), "\(arguments): \(outcome)")
      #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/a.html"))
    }
    #expect(try minyi("report", "--workspace", "none.sqlite", "-o", "a.html").status == 66)
    _ = try minyi("import", "意见.csv", "--workspace", "i.sqlite")
    let unmined = try minyi("report", "--workspace", "i.sqlite", "-o", "a.html")
    #expect(unmined.status == 66 && unmined.errors.contains("minyi mine"), "\(unmined)")
  }

  @Test func opinionsAfterTheLastMiningAreTold() throws {
    try mine()
    _ = try minyi.home.file("b.csv", "编号,内容\nz1,新来的一条意见，路灯不亮。\n")
    _ = try minyi("import", "b.csv", "--workspace", "w.sqlite")
    let outcome = try minyi("report", "--workspace", "w.sqlite", "-o", "a.html")
    #expect(outcome.status == 0 && outcome.errors.contains("1 条意见"), "\(outcome)")
    #expect(try text("a.html").contains("有 1 条意见在上次归并之后导入"))
  }

  @Test func aBriefSaysTheSameInEveryForm() throws {
    try mine()
    let markdown = try minyi("brief", "1", "--workspace", "w.sqlite").output
    let names = ["议题名称", "背景与现状", "群众原话", "集中诉求", "涉及地区与部门", "建议协商层级", "建议参加方", "依据"]
    #expect(names.allSatisfy { markdown.contains("## \($0)\n") }, "\(markdown)")
    _ = try minyi("brief", "1", "--workspace", "w.sqlite", "-o", "a.html")
    let html = try text("a.html")
    #expect(names.allSatisfy { html.contains("<h2>\($0)</h2>") })
    for _ in 0..<2 {
      let outcome = try minyi("brief", "1", "--workspace", "w.sqlite", "-o", "a.docx")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    }
    let first = try Data(contentsOf: minyi.home.url.appendingPathComponent("a.docx"))
    _ = try minyi("brief", "1", "--workspace", "w.sqlite", "-o", "b.docx")
    #expect(first.starts(with: Array("PK".utf8)))
    #expect(try Data(contentsOf: minyi.home.url.appendingPathComponent("b.docx")) == first)
  }

  /// The counts of a bulletin, counted again from the rows.
  @Test(arguments: [
    ("2023-05", ["2023-5-"]), ("2023-Q2", ["2023-4-", "2023-5-", "2023-6-"]), ("2023", ["2023-"]),
  ])
  func aBulletinCountsThePeriod(_ period: String, _ prefixes: [String]) throws {
    try mine()
    let outcome = try minyi("brief", "--period", period, "--workspace", "w.sqlite")
    let rows = SampleOpinions.rows.filter { row in prefixes.contains { row.time.hasPrefix($0) } }
    #expect(outcome.status == 0 && outcome.output.contains("共 \(rows.count) 条意见"), "\(outcome)")
    #expect(outcome.output.contains("本期 \(Set(rows.map(\.author)).count) 人提出 \(rows.count) 条意见"))
    for place in Set(rows.map(\.place)) {
      #expect(outcome.output.contains("| \(place) | \(rows.count { $0.place == place }) |"), "\(outcome)")
    }
  }

  @Test(.enabled("LibreOffice Writer is not installed") { ReportTests.office != nil })
  func aBriefIsOnePageInLibreOffice() throws {
    try mine()
    let office = try #require(ReportTests.office)
    _ = try minyi("brief", "1", "--workspace", "w.sqlite", "-o", "建议表.docx")
    _ = try minyi("brief", "--period", "2023-05", "--workspace", "w.sqlite", "-o", "专报.docx")
    let convert = try minyi.shell(
      "export LC_ALL=C.UTF-8 HOME=$TMPDIR; '\(office)' --headless --convert-to pdf --outdir out 建议表.docx 专报.docx"
        + " && '\(office)' --headless --convert-to txt:Text --outdir out 建议表.docx 专报.docx")
    #expect(convert.status == 0, "\(convert)")
    let pdf = try Data(contentsOf: minyi.home.url.appendingPathComponent("out/建议表.pdf"))
    let pages = String(decoding: pdf, as: UTF8.self).matches(of: /\/Type\s*\/Page[^s]/).count
    #expect(pages == 1, "\(pages) pages")
    let brief = try text("out/建议表.txt")
    #expect(brief.contains("议题建议表") && brief.contains("建议参加方") && brief.contains("〔50"), "\(brief)")
    #expect(try text("out/专报.txt").contains("六、分主题"))
  }

  /// With Writer: Calc alone cannot open a text document.
  private static var office: String? {
    FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libswlo.so")
      ? "/usr/bin/soffice" : nil
  }
}
