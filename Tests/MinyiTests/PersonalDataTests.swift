import Foundation
import Minyi
import TestSupport
import Testing

/// What tells who somebody is does not reach the workspace, unless the user says so.
struct PersonalDataTests {
  private let folder: TemporaryFolder
  private let file: String

  private static let secrets = ["13812345678", "13998765432", "11010519491231002X", "张三", "李四", "幸福里3栋"]

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.file(
      "a.csv",
      """
      编号,内容,姓名,联系电话,身份证号,家庭住址,地区,渠道,备注
      13812345678,路灯不亮，打13812345678找我,张三,13812345678,11010519491231002X,幸福里3栋,城关13812345678,电话13812345678,回13998765432
      13812345678,井盖没了很危险,张三,13812345678,,幸福里3栋,城关,来信,
      A3,停水三天了没人管,李四,13998765432,,,城关,来信,

      """)
  }

  private func workspace(_ name: String, keeps: Bool = false) throws -> (Workspace, ImportReport) {
    let workspace = try Workspace(path: "\(folder.path)/\(name)", dictionaries: .empty)
    var importer = workspace.importer()
    importer.keepsPersonalData = keeps
    return (workspace, try importer.importFile(file))
  }

  private func opinions(_ workspace: Workspace) throws -> [Opinion] {
    var opinions: [Opinion] = []
    try workspace.forEachOpinion { opinions.append($0) }
    return opinions
  }

  @Test func noColumnLetsItThrough() throws {
    let (workspace, report) = try workspace("w.sqlite")
    #expect(report.record.imported == 3 && report.record.malformed == 0)
    // Two ids, a body, a place, a channel, a remark.
    #expect(report.record.masked["mobile"] == 6, "\(report.record.masked)")
    #expect(try !workspace.keepsPersonalData() && !report.record.keepsPersonalData)
    try workspace.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: workspace.path))
    for secret in PersonalDataTests.secrets {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) is in the file")
    }
  }

  /// An id that is a phone is a person's: the row is treated as one without an id.
  @Test func rowsOfOnePhoneAreTwoOpinions() throws {
    let first = try opinions(try workspace("a.sqlite").0)
    #expect(first.map(\.key).filter { $0.hasPrefix("h") }.count == 2 && first.contains { $0.key == "A3" })
    // Keys do not depend on the secret of the workspace.
    let second = try opinions(try workspace("b.sqlite").0)
    #expect(first.map(\.key) == second.map(\.key) && first.map(\.author) != second.map(\.author))
  }

  @Test func peopleCanStillBeCounted() throws {
    let all = try opinions(try workspace("w.sqlite").0)
    let values = { (name: String) in
      all.compactMap { opinion in opinion.others.first { $0.name == name }?.value }
    }
    #expect(Set(all.map(\.author)).count == 2)
    #expect(values("联系电话").count == 3 && Set(values("联系电话")).count == 2)
    #expect(values("家庭住址").count == 2 && Set(values("家庭住址")).count == 1)
    #expect(values("联系电话").allSatisfy { AuthorHash(pseudonym: $0) != nil })
    #expect(values("备注") == ["回〔手机〕"])
  }

  @Test func keptOnlyWhenSaidAndThenRecorded() throws {
    let (workspace, report) = try workspace("k.sqlite", keeps: true)
    #expect(
      try report.record.masked.isEmpty && report.record.keepsPersonalData && workspace.keepsPersonalData())
    #expect(try workspace.imports().map(\.keepsPersonalData) == [true])
    #expect(try PersonalDataNote(of: workspace) == .kept)
    let opinion = try #require(try opinions(workspace).first { $0.key == "13812345678" })
    #expect(opinion.body.contains("13812345678") && opinion.place == "城关13812345678")
    #expect(opinion.others.contains(OtherColumn(name: "联系电话", value: "13812345678")))
    // The author is counted by the hash all the same, and stands beside it.
    #expect(opinion.author != nil && opinion.others.last == OtherColumn(name: "用户原文", value: "张三"))
    // Masked later: the mark stays.
    _ = try workspace.importer().importFile(file)
    #expect(
      try workspace.keepsPersonalData() && workspace.imports().map(\.keepsPersonalData) == [true, false])
  }

  @Test func aDryRunDoesNotMark() throws {
    let workspace = try Workspace(path: folder.path + "/w.sqlite", dictionaries: .empty)
    var importer = workspace.importer()
    importer.keepsPersonalData = true
    importer.isDryRun = true
    _ = try importer.importFile(file)
    #expect(try !workspace.keepsPersonalData())
  }

  @Test(arguments: [
    ("姓名", true), ("联系人（必填）", true), ("身份证号码*", true), ("E-mail", true), ("聯繫電話", true), ("QQ 号", true),
    ("备注", false), ("承办单位", false), ("地址", false), ("", false), ("(姓名)", false),
  ]) func columnsThatTellWhoSomebodyIs(name: String, expected: Bool) {
    #expect(PersonalColumn.isNamed(name) == expected)
  }
}
