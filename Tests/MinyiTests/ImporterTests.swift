import Minyi
import Synchronization
import TestSupport
import Testing

struct ImporterTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(
      path: folder.path + "/w.sqlite", dictionaries: Dictionaries(path: ProjectFiles.path("Dictionaries")))
  }

  private func importText(_ text: String, name: String = "a.csv") throws -> ImportReport {
    try workspace.importer().importFile(folder.file(name, text))
  }

  @Test func rowsWithoutIDsKeepTheirKeysInAnyOrder() throws {
    let first = try importText("内容,用户\n路灯不亮,甲\n井盖没了,乙\n路灯不亮,甲\n")
    #expect(first.record.imported == 3)
    let again = try importText("内容,用户\n井盖没了,乙\n路灯不亮,甲\n路灯不亮,甲\n", name: "b.csv")
    #expect(again.record.unchanged == 3)
    #expect(try workspace.opinionCount() == 3)
  }

  @Test func anIDTwiceWithOtherContentIsMalformedAndTheFirstIsKept() throws {
    let report = try importText("编号,内容\n1,路灯不亮\n1,路灯不亮\n1,井盖没了\n2,桥断了\n")
    #expect(report.record.imported == 2)
    #expect(report.record.unchanged == 1)
    #expect(report.record.malformed == 1)
    #expect(report.malformedNotes.first?.contains("a.csv:4") == true)
    #expect(try workspace.opinion("1").opinion.body == "路灯不亮")
  }

  @Test func anIDOfAnEarlierFileIsUpdated() throws {
    _ = try importText("编号,内容\n1,路灯不亮\n")
    let report = try importText("编号,内容\n1,路灯又不亮了\n", name: "b.csv")
    #expect(report.record.updated == 1)
    #expect(try workspace.opinion("1").opinion.body == "路灯又不亮了")
  }

  @Test(arguments: ["无", "没有意见。", "……", "123", " ", "測試", "N/A"])
  func answersThatSayNothingAreBlank(_ answer: String) throws {
    let report = try importText("编号,内容\n1,\(answer)\n2,路灯不亮\n")
    #expect(report.record.blank == 1)
    #expect(report.record.imported == 1)
  }

  @Test func badDatesAndCountsAreNotedAndTheRowIsKept() throws {
    let report = try importText("编号,内容,时间,点赞数\n1,路灯不亮,上周,很多\n2,井盖没了,2025-02-30,3\n")
    #expect(report.record.imported == 2)
    #expect(report.unreadValueCount == 3)
    #expect(try workspace.opinion("1").opinion.time == nil)
    #expect(try workspace.opinion("2").opinion.likes == 3)
  }

  @Test func authorsAreKeptAsAHashThatDependsOnTheWorkspace() throws {
    _ = try importText("编号,内容,用户\n1,路灯不亮,王某\n2,井盖没了,王某\n3,桥断了,李某\n")
    let authors = try ["1", "2", "3"].map { try workspace.opinion($0).opinion.author }
    #expect(authors[0] == authors[1])
    #expect(authors[0] != authors[2])
    let other = try Workspace(path: folder.path + "/other.sqlite", dictionaries: .empty)
    _ = try other.importer().importFile(folder.file("c.csv", "编号,内容,用户\n1,路灯不亮,王某\n"))
    #expect(try other.opinion("1").opinion.author != authors[0])
  }

  @Test func personalDataNeverReachesTheWorkspace() throws {
    let report = try importText("编号,内容,答复内容,备注\n1,请打13812345678找我,已联系13812345678,电话13812345678\n")
    #expect(report.record.masked["mobile"] == 3)
    let opinion = try workspace.opinion("1").opinion
    let kept = [opinion.body, opinion.reply ?? ""] + opinion.others.map(\.value)
    #expect(kept.allSatisfy { !$0.contains("13812345678") }, "\(kept)")
  }

  /// What is kept and hashed is what the cleaner says, whatever the bytes.
  @Test func textsAreMaskedAndHashedAsTheCleanerSays() throws {
    let pieces = [
      "路灯坏了", "13812345678", "a@b.cn", "ａｂ＠ｃｄ．ｃｎ", "湘A12345", "电话：8888888", "微信zhang_123", "é", "e\u{301}",
      "𠮷",
      "😀", "<br>", "&amp;", "http://x.cn/1 ", "ﷺ", "\u{200B}", "ÿ", "2023-01-02", "12345", " ", "\u{3000}",
      "，", "ABC",
    ]
    var random = SplitMix64(seed: 11)
    func text() -> String {
      (0..<1 + random.next(below: 12)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    }
    let rows = (0..<600).map { ("r\($0)", text(), text()) }
    let lines = rows.map { id, title, body in
      #"{"id":"\#(id)","title":"\#(title)","body":"\#(body)"}"#
    }
    let report = try importText(lines.joined(separator: "\n"), name: "a.jsonl")
    #expect(report.record.malformed == 0 && report.record.rows == rows.count)
    let cleaner = Cleaner()
    for (id, title, body) in rows {
      // A title that is white space, of whatever width, is none.
      let sources = [title, body].map { text in
        cleaner.mask(text.allSatisfy { $0.isWhitespace || $0 == "\u{200B}" } ? "" : text).source
      }
      let hash = ContentHash(sources.map { cleaner.normalize($0).string }.joined(separator: "\n"))
      guard let stored = try workspace.store.opinion(key: id) else {
        #expect(report.record.blank > 0)
        continue
      }
      #expect(Array(stored.opinion.title.utf8) == Array(sources[0].utf8), "\(title.debugDescription)")
      #expect(Array(stored.opinion.body.utf8) == Array(sources[1].utf8), "\(body.debugDescription)")
      #expect(stored.textHash == hash, "\(title.debugDescription) \(body.debugDescription)")
    }
  }

  @Test func whatIsWrongIsToldInTheOrderOfTheRows() throws {
    let report = try importText(
      #"{"id":"1","body":"路灯不亮"}"# + "\n" + #"{"id":"1","body":"井盖没了"}"# + "\n{坏\n"
        + #"{"id":"1","body":"桥断了"}"# + "\n[1]\n", name: "a.jsonl")
    let lines = report.malformedNotes.compactMap { $0.firstMatch(of: /a\.jsonl:(\d+)/).flatMap { Int($0.1) } }
    #expect(lines == [2, 3, 4, 5] && report.record.malformed == 4 && report.record.imported == 1)
  }

  @Test func progressCountsRowsAndBytesUpToTheEnd() throws {
    let steps = Mutex<[Progress]>([])
    var importer = workspace.importer()
    importer.progress = { step in steps.withLock { $0.append(step) } }
    let text = (0..<2500).map { #"{"id":"\#($0)","body":"路灯不亮"}"# }.joined(separator: "\n")
    _ = try importer.importFile(folder.file("a.jsonl", text))
    let seen = steps.withLock { $0 }
    #expect(seen.map(\.rowCount) == [1000, 2000])
    #expect(seen.allSatisfy { $0.total == text.utf8.count })
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.completed < $1.completed })
  }

  @Test func aDryRunKeepsNothing() throws {
    _ = try importText("编号,内容\n1,路灯不亮\n")
    var importer = workspace.importer()
    importer.isDryRun = true
    let report = try importer.importFile(folder.file("b.csv", "编号,内容\n1,路灯还是不亮\n2,井盖没了\n"))
    #expect(report.record.updated == 1)
    #expect(report.record.imported == 1)
    #expect(try workspace.opinionCount() == 1)
    #expect(try workspace.imports().count == 1)
  }
}
