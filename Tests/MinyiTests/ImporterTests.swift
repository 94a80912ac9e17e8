import Minyi
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
    #expect(report.record.masked["mobile"] == 2)
    let opinion = try workspace.opinion("1").opinion
    let kept = [opinion.body, opinion.reply ?? ""] + opinion.others.map(\.value)
    #expect(kept.allSatisfy { !$0.contains("13812345678") }, "\(kept)")
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
