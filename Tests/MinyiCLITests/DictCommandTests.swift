import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi dict` as a process: from a proposal to a word of later runs.
@Suite struct DictCommandTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
    try #require(try minyi("import", "a.csv", "--workspace", "w.sqlite").status == 0)
  }

  private func dict(_ arguments: String...) throws -> ProcessOutcome {
    try minyi.run(["dict"] + arguments + ["--workspace", "w.sqlite"])
  }

  private func proposed() throws -> [String] {
    let lines = try minyi(
      "terms", "--new", "--workspace", "w.sqlite", "--min-count", "4", "--format", "jsonl"
    ).outputLines
    return try lines.map { try JSONDecoder().decode(NewWordsDocument.Entry.self, from: Data($0.utf8)).word }
  }

  private func tokens(_ text: String) throws -> [String] {
    let outcome = try minyi.run(["segment", "-", "--workspace", "w.sqlite"], input: .text(text))
    return outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test func aProposalBecomesAWordAndIsTakenBack() throws {
    try #require(try proposed().contains("南岭小学"))
    #expect(try !tokens("南岭小学门口").contains("南岭小学"))
    let added = try dict("add", "南岭小学", "青石橋")
    #expect(added.status == 0 && added.output == "登记 南岭小学\n登记 青石桥（原写作 青石橋）\n", "\(added)")
    #expect(try tokens("南岭小学门口").first == "南岭小学")
    #expect(try !proposed().contains("南岭小学"))
    // The words of a workspace count for a file too.
    let file = try minyi("terms", "--new", "a.csv", "--workspace", "w.sqlite", "--min-count", "4")
    #expect(!file.outputLines.contains { $0.hasPrefix("南岭小学 ") }, "\(file)")
    #expect(try dict("list").output == "词        去留\n南岭小学  登记\n青石桥    登记\n")
    #expect(try dict("remove", "南岭小学", "青石桥").output == "撤回 南岭小学\n撤回 青石桥\n")
    #expect(try proposed().contains("南岭小学"))
    let none = try dict("list")
    #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("没有词"), "\(none)")
  }

  @Test func aRefusedProposalStaysAway() throws {
    #expect(try dict("remove", "南岭小学").output == "不再推荐 南岭小学\n")
    #expect(try dict("remove", "南岭小学").output == "早已不再推荐 南岭小学\n")
    #expect(try !proposed().contains("南岭小学") && !tokens("南岭小学门口").contains("南岭小学"))
    #expect(try dict("list", "--format", "jsonl").output == #"{"fate":"refused","word":"南岭小学"}"# + "\n")
    #expect(try dict("list", "--format", "csv").output == "\u{FEFF}词,去留\r\n南岭小学,不再推荐\r\n")
  }

  @Test func aRunWithAWordHasAnotherManifest() throws {
    let settings = { () throws -> String in
      try #require(try minyi("mine", "--workspace", "w.sqlite").status == 0)
      return try minyi("info", "--workspace", "w.sqlite").outputLines.first { $0.hasPrefix("参数") } ?? ""
    }
    let plain = try settings()
    #expect(try dict("add", "电梯", "--cut").output == "切开 电梯\n")
    #expect(try tokens("电梯坏了").first == "电")
    #expect(try settings() != plain)
    #expect(try dict("remove", "电梯").output == "撤回切开 电梯\n")
    #expect(try settings() == plain)
  }

  @Test func checkSaysWhatWordsWouldChange() throws {
    _ = try minyi.home.file("词.txt", "翠湖苑\n电梯\tcut\n月球基地\n")
    let table = try dict("check", "词.txt")
    #expect(table.status == 0 && table.errors.isEmpty, "\(table)")
    #expect(table.output.contains("\n    + 翠湖苑 ") && table.output.contains("\n    − "), "\(table)")
    #expect(table.outputLines.last?.hasSuffix("不改变任何一种的词（1）：月球基地") == true, "\(table)")
    let json = try dict("check", "词.txt", "--format", "json")
    let document = try JSONDecoder().decode(LexiconCheckDocument.self, from: Data(json.outputBytes))
    #expect(document.words.map(\.textsChanged) == [8, 8, 0] && document.words[0].samples.count == 3)
    // The texts of a file do as well, and without texts nothing is claimed.
    let file = try minyi("dict", "check", "词.txt", "--texts", "a.csv", "--format", "json")
    #expect(file.outputBytes == json.outputBytes, "\(file)")
    let bare = try minyi("dict", "check", "词.txt")
    #expect(bare.status == 0 && bare.output.contains("没有例句") && !bare.output.contains("    + "), "\(bare)")
    #expect(try dict("check", "词.txt", "--format", "csv").output.contains("\r\n月球基地,,"))
  }

  @Test func checkReportsWrongLines() throws {
    _ = try minyi.home.file("词.tsv", "翠湖苑\tplace\n桥\tplace\n云峰路\t没有\n")
    let outcome = try dict("check", "词.tsv")
    #expect(outcome.status == 1 && outcome.output.contains("翠湖苑"), "\(outcome)")
    #expect(outcome.errors.contains("词.tsv:2 “桥") && outcome.errors.contains("词.tsv:3 “云峰路"), "\(outcome)")
  }

  @Test(
    arguments: [
      (["add", "桥"], 64, "两个字|two characters"), (["add", "翠湖苑", "有 空白"], 64, "空白"), (["add"], 64, "word"),
      (["remove", "桥"], 64, "桥"), (["check", "none.txt"], 66, "none.txt"),
      (["check", "empty.txt"], 65, "没有词"),
      (["check", "b.bin"], 65, "b.bin"), (["check", "-", "--texts", "-"], 64, "--texts"),
    ] as [([String], Int32, String)])
  func badInputIsTold(_ arguments: [String], _ status: Int32, _ culprit: String) throws {
    _ = try minyi.home.file("empty.txt", "# 没有\n\n")
    _ = try minyi.home.file("b.bin", [0, 1, 2, 0, 255])
    let outcome = try minyi.run(["dict"] + arguments + ["--workspace", "w.sqlite"])
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(culprit.split(separator: "|").contains { outcome.errors.contains($0) }, "\(outcome)")
    #expect(try dict("list").output.isEmpty, "something was kept")
  }

  @Test func aWorkspaceIsNeeded() throws {
    for arguments in [["add", "翠湖苑"], ["remove", "翠湖苑"], ["list"]] {
      let bare = try minyi.run(["dict"] + arguments)
      #expect(bare.status == 64 && bare.errors.contains("--workspace"), "\(bare)")
      let missing = try minyi.run(["dict"] + arguments + ["--workspace", "none.sqlite"])
      #expect(missing.status == 66 && missing.errors.contains("none.sqlite"), "\(missing)")
    }
  }
}
