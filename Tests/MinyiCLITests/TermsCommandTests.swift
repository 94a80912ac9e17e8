import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi terms` and `minyi terms --new` as a process.
@Suite struct TermsCommandTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
  }

  @Test func everyFormatHasTheSameWords() throws {
    let json = try minyi("terms", "--new", "a.csv", "--format", "json", "--min-count", "4")
    try #require(json.status == 0 && json.errors.isEmpty, "\(json)")
    let document = try JSONDecoder().decode(NewWordsDocument.self, from: Data(json.outputBytes))
    let words = document.words.map(\.word)
    #expect(words.contains("南岭小学"), "\(words)")
    for word in document.words {
      for quote in word.quotes {
        let field = try #require(SampleOpinions.text(quote.opinion, quote.field))
        #expect(
          String(field.unicodeScalars.dropFirst(quote.start).prefix(quote.end - quote.start)) == quote.text)
      }
    }
    let lines = try minyi("terms", "--new", "a.csv", "--format", "jsonl", "--min-count", "4").outputLines
    let entries = try lines.map { try JSONDecoder().decode(NewWordsDocument.Entry.self, from: Data($0.utf8)) }
    #expect(entries == document.words)
    let csv = try minyi("terms", "--new", "a.csv", "--format", "csv", "--min-count", "4").output
    let rows = csv.dropFirst().split(separator: "\r\n").dropFirst()
    #expect(csv.hasPrefix("\u{FEFF}新词,文本,条数,得分,") && rows.map { String($0.prefix { $0 != "," }) } == words)
    let markdown = try minyi("terms", "--new", "a.csv", "--format", "md", "--min-count", "4").outputLines
    #expect(markdown.dropFirst(2).map { $0.split(separator: " ")[1] } == words.map { $0[...] })
    let table = try minyi("terms", "--new", "a.csv", "--min-count", "4").outputLines
    #expect(
      table.filter { !$0.hasPrefix("    ") }.dropFirst().map { $0.prefix { $0 != " " } }
        == words.map { $0[...] })
    #expect(table.contains { $0.hasPrefix("    “") && $0.contains("南岭小学") && $0.hasSuffix("]") })
  }

  @Test func optionsLimitWhatIsShown() throws {
    let all = try minyi("terms", "--new", "a.csv", "--min-count", "4", "--format", "jsonl").outputLines
    try #require(all.count >= 2)
    #expect(
      try minyi("terms", "--new", "a.csv", "--min-count", "4", "--format", "jsonl", "--top", "1").outputLines
        == [all[0]])
    let none = try minyi("terms", "--new", "a.csv", "--min-count", "1000")
    #expect(none.status == 1 && none.output.contains("没有找到新词"), "\(none)")
    let english = try minyi("terms", "--new", "a.csv", "--lang", "en", "--min-count", "4")
    #expect(english.outputLines.first?.hasPrefix("word ") == true, "\(english)")
  }

  @Test func termsComeWholeAndByGroup() throws {
    let whole = try minyi("terms", "a.csv", "--format", "csv").output.split(separator: "\r\n")
    #expect(whole.first == "\u{FEFF}词,次数,文本,权重" && whole.count > 20, "\(whole)")
    let places = try minyi("terms", "a.csv", "--by", "place", "--format", "json")
    let document = try JSONDecoder().decode(TermsDocument.self, from: Data(places.outputBytes))
    #expect(document.by == "place" && Set(document.groups.map(\.name)).count == 4)
    #expect(document.groups.allSatisfy { $0.terms.count <= 20 && !$0.terms.isEmpty })
    let years = try minyi("terms", "a.csv", "--by", "period", "--period", "quarter", "--format", "csv").output
      .split(separator: "\r\n")
    #expect(years.first == "\u{FEFF}组,编号,词,次数,文本,权重,提升")
    #expect(Set(years.dropFirst().map { String($0.prefix(7)) }) == ["2023-Q1", "2023-Q2", "2023-Q3"])
    // A file is mined where that is asked for.
    let themes = try minyi("terms", "a.csv", "--by", "theme", "--top", "3")
    #expect(themes.status == 0 && themes.outputLines.count > 3 && themes.output.contains("种文本"), "\(themes)")
    let lines = try minyi("terms", "a.csv", "--by", "concern", "--format", "jsonl").outputLines
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(#""group":"#) && $0.contains(#""id":"#) })
  }

  @Test func aWorkspaceIsReadToo() throws {
    try #require(try minyi("import", "a.csv", "--workspace", "w.sqlite").status == 0)
    for arguments in [["--new", "--min-count", "4"], [], ["--by", "place"]] {
      let file = try minyi.run(["terms", "a.csv"] + arguments)
      let workspace = try minyi.run(["terms", "--workspace", "w.sqlite"] + arguments)
      #expect(file.status == 0 && file.outputBytes == workspace.outputBytes, "\(arguments): \(workspace)")
    }
    let unmined = try minyi("terms", "--workspace", "w.sqlite", "--by", "theme")
    #expect(unmined.status == 66 && unmined.errors.contains("minyi mine"), "\(unmined)")
  }

  @Test(
    arguments: [
      ([], 64, "--workspace"), (["--new", "--by", "place", "a.csv"], 64, "--by"),
      (["--period", "year", "a.csv"], 64, "--period"), (["--top", "0", "a.csv"], 64, "--top"),
      (["--min-count", "0", "a.csv"], 64, "--min-count"),
      (["--new", "--min-count", "1", "a.csv"], 64, "--min-count"),
      (["--by", "colour", "a.csv"], 64, "colour"), (["nosuch.csv"], 66, "nosuch.csv"),
      (["--workspace", "none.sqlite"], 66, "none.sqlite"), (["empty.csv"], 65, "空白"),
      (["a.csv", "-o", "no/such"], 73, "no"),
    ] as [([String], Int32, String)])
  func badInputIsTold(_ arguments: [String], _ status: Int32, _ culprit: String) throws {
    _ = try minyi.home.file("empty.csv", "编号,内容\n1,\n")
    let outcome = try minyi.run(["terms"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains(culprit), "\(outcome)")
    let left = try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath)
    #expect(left.isEmpty, "left behind: \(left)")
  }
}
