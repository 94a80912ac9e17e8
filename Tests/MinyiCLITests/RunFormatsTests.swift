import Foundation
import TestSupport
import Testing

/// The forms in which `minyi run` writes, and what goes to stdout and what to stderr.
@Suite struct RunFormatsTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  private func run(_ arguments: String...) throws -> ProcessOutcome {
    let outcome = try minyi.run(["run", "意见.csv"] + arguments)
    try #require(outcome.status == 0, "\(arguments): \(outcome)")
    return outcome
  }

  @Test func jsonLinesAreTheTopicsOfTheJSON() throws {
    let topics = try AgendaJSON(run("--format", "json").outputBytes).topics
    let lines = try run("--format", "jsonl").outputLines
    #expect(try lines.map { try AgendaJSON.Topic(line: $0) } == topics)
  }

  @Test func csvIsForSpreadsheets() throws {
    let bytes = try run("--format", "csv").outputBytes
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasSuffix("\r\n") && text.unicodeScalars.count { $0 == "\n" } == text.count { $0 == "\r\n" })
    let rows = text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
    let topics = try AgendaJSON(run("--format", "json").outputBytes).topics
    #expect(rows.count == topics.count + 1)
    #expect(rows.first?.starts(with: ["排名", "排名下限", "排名上限", "候选议题", "主题", "得分"]) == true, "\(rows)")
    for (row, topic) in zip(rows.dropFirst(), topics) {
      // A number a cell: a spreadsheet can sort by each.
      #expect(row.count == rows[0].count)
      #expect(row[0...2].map { Int($0) } == [topic.rank, topic.rankLow, topic.rankHigh], "\(row)")
      #expect(row[3] == topic.label && row[4] == topic.theme, "\(row)")
      #expect(abs((Double(row[5]) ?? -1) - topic.score) <= 0.051, "\(row)")
      #expect(row[6...8].map { Int($0) } == [topic.people, topic.texts, topic.posts], "\(row)")
      #expect(Int(row[10]) == topic.concern && row[11] == topic.departments.joined(separator: "、"), "\(row)")
    }
  }

  /// An id may be anything that a resident or another system wrote.
  @Test func csvHasNoFormulas() throws {
    let ids = ["=1+1", "+86", "-3", "-x", "@a", "a,b", "a\"b", "'c"]
    let rows = [["编号", "内容"]] + ids.map { ["\"" + $0.replacing("\"", with: "\"\"") + "\"", "路灯不亮了"] }
    _ = try minyi.home.file("公式.csv", SampleOpinions.table(rows))
    _ = try minyi("run", "公式.csv", "--workspace", "w.sqlite")
    let outcome = try minyi("export", "assignments", "--format", "csv", "--workspace", "w.sqlite")
    let cells = outcome.output.components(separatedBy: "\r\n").dropFirst().dropLast().map {
      String($0.prefix(upTo: $0.range(of: ",", options: .backwards)?.lowerBound ?? $0.endIndex))
    }.map { String($0.prefix(upTo: $0.range(of: ",", options: .backwards)?.lowerBound ?? $0.endIndex)) }
    let expected = ["'=1+1", "+86", "-3", "'-x", "@a", "\"a,b\"", "\"a\"\"b\"", "'c"]
    #expect(Set(cells) == Set(expected), "\(outcome)")
  }

  @Test func markdownIsATable() throws {
    let lines = try run("--format", "md").outputLines
    #expect(lines.count == 2 + SampleOpinions.concerns.count)
    #expect(
      lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") && $0.count { $0 == "|" } == 12 }, "\(lines)")
    #expect(lines[1].allSatisfy { "|-:".contains($0) })
  }

  /// Chinese takes two columns; every row of a table starts its cells at the same column.
  @Test func tableLinesUp() throws {
    let lines = try run().outputLines.map { line in
      line.unicodeScalars.flatMap { $0.value >= 0x2E80 ? ["汉", "字"] : [String($0)] }
    }
    // The id is right-aligned before the last column: everything before it is as wide in every row.
    let ends = lines.map { line in line.indices.dropFirst().filter { line[$0 - 1] == " " && line[$0] != " " }
    }
    let starts = ends.map { $0.last ?? -1 }
    #expect(Set(starts).count == 1, "\(lines.map { $0.joined() })")
  }

  @Test func theLanguageIsChosenAndKeysStay() throws {
    let (zh, en) = (try run("--lang", "zh"), try run("--lang", "en"))
    #expect(zh.outputLines[0].contains("候选议题") && en.outputLines[0].contains("topic"))
    #expect(zh.errors.contains("意见") && zh.errors.contains("读取"))
    #expect(en.errors.contains("38 opinions") && !en.errors.contains("读取"), "\(en)")
    let (zhJSON, enJSON) = (try run("--format", "json"), try run("--format", "json", "--lang", "en"))
    #expect(try AgendaJSON(zhJSON.outputBytes) == AgendaJSON(enJSON.outputBytes))
  }

  @Test func quietLeavesStderrEmptyAndStdoutTheSame() throws {
    for format in ["table", "json", "jsonl", "csv", "md"] {
      let (plain, quiet) = (try run("--format", format), try run("--format", format, "--quiet"))
      #expect(quiet.errors.isEmpty && quiet.outputBytes == plain.outputBytes, "\(format): \(quiet)")
    }
  }

  @Test func noProgressWhereNobodySeesIt() throws {
    let errors = try run("--verbose").errors
    #expect(!errors.isEmpty && !errors.contains("\r") && !errors.contains("\u{1B}"), "\(errors)")
  }

  @Test func aFileHoldsWhatStdoutWouldHave() throws {
    let expected = try run("--format", "json").outputBytes
    let outcome = try run("--format", "json", "-o", "议题.json")
    #expect(outcome.output.isEmpty)
    let written = try Data(contentsOf: minyi.home.url.appendingPathComponent("议题.json"))
    #expect(Array(written) == expected)
    #expect(try run("--format", "json", "-o", "-").outputBytes == expected)
  }

  @Test func dictionariesAreLeftOutOrReplaced() throws {
    let bare = try AgendaJSON(run("--dictionaries", "none", "--format", "json").outputBytes)
    #expect(
      bare.topics.count == SampleOpinions.concerns.count && bare.topics.allSatisfy(\.departments.isEmpty))
    let full = try AgendaJSON(run("--format", "json").outputBytes)
    #expect(full.topics.contains { !$0.departments.isEmpty })
  }

  @Test func aBrokenDictionaryLineIsNamed() throws {
    let lines = "# 词\t类\n电梯\tobject\n\n渣土车\n"
    try FileManager.default.copyItem(
      atPath: ProjectFiles.path("Dictionaries"), toPath: minyi.home.path + "/词典")
    _ = try minyi.home.file("词典/lexicon.tsv", lines)
    let outcome = try minyi("run", "意见.csv", "--dictionaries", "词典", "--workspace", "w.sqlite")
    #expect(
      outcome.status == 65 && outcome.errors.contains("词典/lexicon.tsv:4") && outcome.output.isEmpty,
      "\(outcome)")
    #expect(outcome.errors.contains("渣土车"), "\(outcome)")
    let missing = try minyi("run", "意见.csv", "--dictionaries", "没有")
    #expect(missing.status == 66 && missing.errors.contains("：没有/"), "\(missing)")
    #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/w.sqlite"))
  }
}
