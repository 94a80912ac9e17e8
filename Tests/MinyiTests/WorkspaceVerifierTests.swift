import Minyi
import TestSupport
import Testing

/// Whatever is changed in a workspace behind Minyi's back is found.
struct WorkspaceVerifierTests {
  private typealias Subject = VerificationCheck.Subject

  private func mined() throws -> ImportedTexts {
    let pieces = ["路灯不亮了半个月没人修", "小区电梯故障困人", "自来水发黄有异味", "渣土车夜间噪音扰民"]
    let texts = try ImportedTexts(
      (0..<40).map { #"{"id":"\#($0)","body":"\#(pieces[$0 % 4])，第\#($0 / 4)次反映，请尽快处理","备注":"甲\#($0)"}"# })
    try texts.workspace.mine()
    return texts
  }

  private func outcomes(_ texts: ImportedTexts) throws -> [Subject: VerificationCheck.Outcome] {
    let workspace = try Workspace(
      path: texts.workspace.path, mode: .existing,
      dictionaries: Dictionaries(path: ProjectFiles.path("Dictionaries")))
    let folder = try TemporaryFolder()
    let checks = try WorkspaceVerifier(workspace, folder: folder.path).checks()
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.subject, $0.outcome) })
  }

  /// The subjects that fail after `sql`.
  private func failures(after sql: String) throws -> Set<Subject> {
    let texts = try mined()
    try texts.change(by: sql)
    return try Set(outcomes(texts).filter { $0.value == .failed }.keys)
  }

  @Test func nothingIsWrongWithWhatMinyiMade() throws {
    let found = try outcomes(mined())
    #expect(found.count == 8 && found.values.allSatisfy { $0 == .passed }, "\(found)")
  }

  @Test func beforeTheFirstRun() throws {
    let texts = try ImportedTexts([#"{"body":"路灯不亮"}"#])
    let found = try outcomes(texts)
    #expect(found[.opinions] == .passed && found[.rerun] == .skipped && !found.values.contains(.failed))
  }

  @Test func changesAreFoundWhereTheyAre() throws {
    #expect(try failures(after: "UPDATE opinion SET likes = 100 WHERE key = '7'") == [.opinions])
    #expect(
      try failures(after: "UPDATE opinion SET others = replace(others, '甲', '乙') WHERE key = '7'") == [
        .opinions
      ])
    #expect(try failures(after: "UPDATE concern SET label = '无事' WHERE id = 1") == [.results])
    #expect(try failures(after: "UPDATE assignment SET concern = NULL WHERE opinion = 3") == [.results])
    #expect(try failures(after: "UPDATE quote SET text = '都很满意'").contains(.quotes))
    #expect(try failures(after: "UPDATE quote SET start = 1000000, \"end\" = -5").contains(.quotes))
    #expect(
      try failures(after: "UPDATE run SET versions = replace(versions, '\"icu\":\"', '\"icu\":\"1')") == [
        .versions
      ])
    #expect(try failures(after: "UPDATE run SET result_hash = 'x'") == [.results, .rerun])
    #expect(try failures(after: "UPDATE run SET settings = '{}'") == [.dictionaries, .rerun])
    #expect(try failures(after: "DELETE FROM opinion WHERE key = '7'").isSuperset(of: [.input, .results]))
    // What was read in the texts is not trusted.
    #expect(try failures(after: "UPDATE segment SET content = x'00'") == [])
  }

  @Test func laterOpinionsAreTold() throws {
    let texts = try mined()
    _ = try texts.workspace.importer().importFile(
      texts.folder.file("b.jsonl", #"{"id":"new","body":"公交车总是等不到，一个小时才一班"}"#))
    let found = try outcomes(texts)
    #expect(found[.input] == .failed && found[.results] == .passed && found[.opinions] == .passed)
  }

  @Test func theWorkspaceStaysAsItIs() throws {
    let texts = try mined()
    let before = try texts.content()
    _ = try outcomes(texts)
    let after = try texts.content()
    #expect(before.count > 100 && after == before)
  }
}
