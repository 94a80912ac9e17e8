import Foundation
import TestSupport
import Testing

/// The commands one after another on one workspace, as an analyst goes through them.
@Suite struct WorkspaceTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> ProcessOutcome {
    let outcome = try minyi.run(arguments, environment: ["MINYI_WORKSPACE": "意见.sqlite"])
    try #require(outcome.status == 0, "\(arguments): \(outcome)")
    return outcome
  }

  private struct Assignment: Decodable {
    var id: String
    var concern: Int?
    var theme: Int?
  }

  private func assignments() throws -> [Assignment] {
    let outcome = try run("export", "assignments")
    return try outcome.outputLines.map { try JSONDecoder().decode(Assignment.self, from: Data($0.utf8)) }
  }

  /// The fates printed: read, then imported, updated, unchanged, blank, malformed.
  private func fates(_ text: String) throws -> [Int] {
    let match = try #require(
      text.firstMatch(of: /读取 (\d+) 行 = 新增 (\d+) \+ 更新 (\d+) \+ 未变 (\d+) \+ 空白 (\d+) \+ 有误 (\d+)/), "\(text)")
    let parts = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
    #expect(parts[0] == parts[1...].reduce(0, +), "\(text)")
    return parts
  }

  @Test func aFileComesInOnce() throws {
    let count = SampleOpinions.rows.count
    #expect(try fates(run("import", "意见.csv").output) == [count, count, 0, 0, 0, 0])
    try run("mine")
    let (before, agenda) = (
      try run("export", "assignments").outputBytes, try run("export", "agenda").outputBytes
    )
    #expect(try fates(run("import", "意见.csv").output) == [count, 0, 0, count, 0, 0])
    #expect(try run("export", "assignments").outputBytes == before)
    try run("mine")
    #expect(try run("export", "assignments").outputBytes == before)
    #expect(try run("export", "agenda").outputBytes == agenda)
    #expect(try run("info").output.contains("意见：\(count) 条"))
  }

  @Test func changedBlankAndBadRowsHaveTheirFates() throws {
    try run("import", "意见.csv")
    var cells = SampleOpinions.rows.map(\.cells)
    cells[0][3] += "急！"
    cells[1][2] = "无"
    cells[1][3] = "没有意见"
    cells[2].append("多")
    _ = try minyi.home.file("二.csv", SampleOpinions.table([SampleOpinions.header] + cells))
    let outcome = try run("import", "二.csv")
    #expect(try fates(outcome.output) == [cells.count, 0, 1, cells.count - 3, 1, 1], "\(outcome)")
    #expect(outcome.output.contains("二.csv:4 "), "\(outcome)")
  }

  @Test func aDryRunWritesNothing() throws {
    let count = SampleOpinions.rows.count
    let dry = try run("import", "意见.csv", "--dry-run")
    #expect(try fates(dry.output) == [count, count, 0, 0, 0, 0])
    // The columns and what they were taken for.
    for (column, field) in [("留言编号", "id"), ("留言详情", "body"), ("地区", "place"), ("点赞数", "likes")] {
      let line = dry.outputLines.first { $0.hasPrefix(column) } ?? ""
      #expect(line.split(separator: " ").dropFirst().first.map(String.init) == field, "\(dry)")
    }
    #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/意见.sqlite"))
    #expect(try fates(minyi("import", "意见.csv", "--dry-run").output) == [count, count, 0, 0, 0, 0])
    #expect(try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath).isEmpty)

    try run("import", "意见.csv")
    try run("mine")
    let before = (try run("info").output, try run("export", "assignments").output)
    _ = try minyi.home.file("新.csv", "编号,内容\n5001,换了内容\n9001,新的意见来了\n")
    #expect(try fates(run("import", "新.csv", "--dry-run").output) == [2, 1, 1, 0, 0, 0])
    #expect(try run("info").output == before.0)
    #expect(try run("export", "assignments").output == before.1)
  }

  @Test func everyOpinionIsAssignedOnceAndConcernsHoldTogether() throws {
    try run("import", "意见.csv")
    let mined = try run("mine")
    #expect(mined.errors.contains("38 条意见 → 4 个诉求点"), "\(mined)")
    let assigned = try assignments()
    #expect(assigned.map(\.id) == SampleOpinions.rows.map(\.id).sorted())
    let found = assigned.prefix(32).map(\.concern)
    for start in stride(from: 0, to: 32, by: 8) {
      #expect(Set(found[start..<start + 8]).count == 1 && found[start] != nil, "\(found)")
    }
    #expect(Set(found).count == 4 && assigned.suffix(6).allSatisfy { $0.concern == nil }, "\(assigned)")
  }

  @Test func exportsAgreeWithEachOther() throws {
    try run("import", "意见.csv")
    try run("mine")
    let lines = try assignments().map {
      [$0.id, $0.concern.map(String.init) ?? "", $0.theme.map(String.init) ?? ""]
    }
    let array = try JSONDecoder().decode(
      [Assignment].self, from: Data(run("export", "assignments", "--format", "json").outputBytes))
    #expect(
      array.map { [$0.id, $0.concern.map(String.init) ?? "", $0.theme.map(String.init) ?? ""] } == lines)
    let csv = try run("export", "assignments", "--format", "csv").output
    #expect(
      csv == "\u{FEFF}"
        + ([["id", "concern", "theme"]] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined())
    let topics = try AgendaJSON(run("export", "agenda", "--format", "json").outputBytes).topics
    #expect(try run("export", "agenda").outputLines.map { try AgendaJSON.Topic(line: $0) } == topics)
    #expect(try AgendaJSON(run("agenda", "--format", "json").outputBytes).topics == topics)
    // The agenda counts what the assignments say.
    for topic in topics { #expect(lines.count { $0[1] == "\(topic.concern)" } == topic.posts, "\(topic)") }
  }

  @Test func showAndExplainTellTheSameStory() throws {
    try run("import", "意见.csv")
    try run("mine")
    let topics = try AgendaJSON(run("agenda", "--format", "json").outputBytes).topics
    for topic in topics {
      let shown = try run("show", "\(topic.concern)", "--members")
      #expect(shown.outputLines.first?.hasPrefix(topic.label) == true, "\(shown)")
      for quote in topic.quotes {
        #expect(shown.output.contains("“\(quote.text)”  [\(quote.opinion)]"), "\(shown)")
      }
      let members = SampleOpinions.rows.filter { row in
        shown.outputLines.contains { $0.hasPrefix(row.id + "  2023-") }
      }
      #expect(members.count == topic.posts, "\(shown)")
      let explained = try run("explain", "\(topic.concern)").output
      #expect(explained.contains("第 \(topic.rank) 名") && explained.contains("\(topic.score)"), "\(explained)")
      for department in topic.departments { #expect(explained.contains(department), "\(explained)") }
    }
    let known = try run("explain", "--opinion", "5001").output
    #expect(known.contains("翠湖苑小区电梯故障") && known.contains("另有 7 条意见"), "\(known)")
    let alone = try run("explain", "--opinion", "5033").output
    #expect(alone.contains("图书馆开放时间") && alone.contains("未归入任何诉求点"), "\(alone)")
  }

  @Test(arguments: [["show", "99"], ["explain", "99"], ["explain", "--opinion", "没有此号"]])
  func whatIsNotThereIs66AndNamed(_ arguments: [String]) throws {
    try run("run", "意见.csv")
    let outcome = try minyi.run(arguments + ["--workspace", "意见.sqlite"])
    #expect(outcome.status == 66 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains("“\(arguments[arguments.count - 1])”"), "\(outcome)")
  }

  @Test func opinionsThatCameLaterAreToldOf() throws {
    try run("run", "意见.csv")
    #expect(try run("agenda").errors.isEmpty)
    _ = try minyi.home.file("新.csv", "编号,内容\n9001,新来的意见：路面塌陷\n")
    try run("import", "新.csv")
    for arguments in [["agenda"], ["export", "agenda"], ["export", "assignments"]] {
      let outcome = try minyi.run(arguments + ["--workspace", "意见.sqlite"])
      #expect(outcome.status == 0 && outcome.errors.contains("有 1 条意见在上次归并之后导入"), "\(outcome)")
    }
    #expect(try run("explain", "--opinion", "9001").output.contains("minyi mine"))
    try run("mine")
    #expect(try run("agenda").errors.isEmpty)
    #expect(try assignments().contains { $0.id == "9001" })
  }

  @Test func personalDataDoesNotReachTheOutput() throws {
    let (phone, name) = ("13912345678", "司马文静")
    let others = SampleOpinions.rows.suffix(30).map { [$0.id, $0.author, $0.body] }
    let rows = (1...6).map { i in
      ["\(i)", i == 1 ? "欧阳丽娜" : name, "翠湖苑小区电梯故障第\(i)次，请打电话\(phone)联系我维修电梯"]
    }
    _ = try minyi.home.file("电话.csv", SampleOpinions.table([["编号", "姓名", "内容"]] + rows + others))
    try run("run", "电话.csv")
    let outputs = [
      try run("agenda", "--format", "json"), try run("show", "1", "--members"),
      try run("explain", "--opinion", "1"),
    ]
    for outcome in outputs {
      #expect(!outcome.output.contains(phone) && !outcome.output.contains(name), "\(outcome)")
    }
    let file = try Data(contentsOf: minyi.home.url.appendingPathComponent("意见.sqlite"))
    #expect(file.range(of: Data(phone.utf8)) == nil && file.range(of: Data(name.utf8)) == nil)
    #expect(file.range(of: Data("翠湖苑小区电梯故障".utf8)) != nil)
  }
}
