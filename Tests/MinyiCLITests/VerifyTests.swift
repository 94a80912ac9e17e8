import Foundation
import GRDB
import TestSupport
import Testing

/// `minyi verify` and the manifests beside exported files.
@Suite struct VerifyTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
    let outcome = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func path(_ name: String) -> String { minyi.home.url.appendingPathComponent(name).path }

  private func change(_ sql: String) throws {
    let database = try DatabaseQueue(path: path("w.sqlite"))
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  @Test func aWorkspaceAgreesUntilItIsChanged() throws {
    let good = try minyi("verify", "--workspace", "w.sqlite")
    #expect(good.status == 0 && good.output.contains("重新归并，结果相同"), "\(good)")
    #expect(!good.output.contains("不符") && !good.output.contains("未核对"), "\(good)")
    let quick = try minyi("verify", "--quick", "--workspace", "w.sqlite", "--lang", "en")
    #expect(
      quick.status == 0 && quick.outputLines.contains { $0.hasPrefix("rerun") && $0.contains("skipped") })
    try change("UPDATE opinion SET body = body || '。' WHERE key = (SELECT min(key) FROM opinion)")
    let changed = try minyi("verify", "--quick", "--workspace", "w.sqlite", "--format", "json")
    #expect(changed.status == 1, "\(changed)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(changed.outputBytes)) as? [String: Any])
    let report = try #require((document["reports"] as? [[String: Any]])?.first)
    let failed = (report["checks"] as? [[String: String]] ?? []).filter { $0["outcome"] == "failed" }
    #expect(report["passed"] as? Bool == false && failed.map { $0["check"] } == ["opinions"], "\(changed)")
  }

  @Test(arguments: [
    ["xlsx"], ["agenda", "--format", "csv", "--no-bom"], ["agenda", "--format", "json", "--lang", "en"],
    ["assignments"], ["assignments", "--format", "csv"], ["opinions", "--format", "xlsx"],
    ["opinions", "--format", "csv"],
  ]) func anExportAgreesUntilFileOrWorkspaceChange(_ arguments: [String]) throws {
    let export = try minyi.run(["export"] + arguments + ["-o", "出.dat", "--workspace", "w.sqlite"])
    try #require(export.status == 0, "\(export)")
    for named in ["出.dat", "出.dat.manifest.json"] {
      let good = try minyi("verify", named, "--workspace", "w.sqlite")
      #expect(good.status == 0 && good.output.contains("逐字节相同"), "\(good)")
    }
    let alone = try minyi("verify", "出.dat")
    #expect(alone.status == 0 && alone.output.contains("没有指定工作区"), "\(alone)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path("出.dat")))
    try (bytes + [0x20]).write(to: URL(fileURLWithPath: path("出.dat")))
    let changed = try minyi("verify", "出.dat")
    #expect(changed.status == 1 && changed.output.contains("被改动过"), "\(changed)")
    try bytes.write(to: URL(fileURLWithPath: path("出.dat")))
    _ = try minyi.home.file("二.csv", "编号,内容\nx1,公交车总是等不到\n")
    _ = try minyi("import", "二.csv", "--workspace", "w.sqlite")
    let later = try minyi("verify", "出.dat", "--workspace", "w.sqlite")
    #expect(later.status == 1 && later.output.contains("不是同一批"), "\(later)")
  }

  @Test func theManifestSaysWhatIsInTheFile() throws {
    _ = try minyi("export", "xlsx", "-o", "结果.xlsx", "--workspace", "w.sqlite")
    let data = try Data(contentsOf: URL(fileURLWithPath: path("结果.xlsx.manifest.json")))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(manifest["schema"] as? Int == 1 && manifest["file"] as? String == "结果.xlsx")
    #expect(manifest["personalData"] as? String == "masked" && manifest["opinions"] as? Int == 38)
    let files = manifest["imports"] as? [[String: Any]]
    #expect(files?.map { $0["file"] as? String } == ["意见.csv"] && files?.first?["imported"] as? Int == 38)
    let run = try #require(manifest["run"] as? [String: Any])
    let info = try minyi("info", "--workspace", "w.sqlite").output
    for key in ["inputHash", "resultHash"] {
      #expect(info.contains(run[key] as? String ?? "?"), "\(key): \(info)")
    }
    #expect(
      run["versions"] is [String: Any] && (run["settings"] as? [String: Any])?["dictionaries"] is String)
    // Standard output has no place beside it.
    let files1 = try FileManager.default.contentsOfDirectory(atPath: minyi.home.path).count
    _ = try minyi("export", "agenda", "--workspace", "w.sqlite")
    _ = try minyi("export", "agenda", "-o", "/dev/null", "--workspace", "w.sqlite")
    #expect(try FileManager.default.contentsOfDirectory(atPath: minyi.home.path).count == files1)
  }

  @Test func whatCannotBeVerifiedIsTold() throws {
    #expect(try minyi("verify").status == 64)
    #expect(try minyi("verify", "--workspace", "没有.sqlite").status == 66)
    _ = try minyi.home.file("a.csv", "x")
    let none = try minyi("verify", "a.csv")
    #expect(none.status == 66 && none.errors.contains("a.csv.manifest.json"), "\(none)")
    for text in ["", "{}", "[1]", "{\"schema\":2}"] {
      _ = try minyi.home.file("a.csv.manifest.json", text)
      let bad = try minyi("verify", "a.csv")
      #expect(bad.status == 65 && bad.errors.contains("a.csv.manifest.json"), "\(text): \(bad)")
    }
    _ = try minyi("export", "opinions", "-o", "o.jsonl", "--workspace", "w.sqlite")
    try FileManager.default.removeItem(atPath: path("o.jsonl"))
    #expect(try minyi("verify", "o.jsonl").status == 66)
  }

  /// Bytes of a page in the middle of the file are not what SQLite wrote.
  @Test func aDamagedFileIsFound() throws {
    let url = URL(fileURLWithPath: path("w.sqlite"))
    var bytes = try Data(contentsOf: url)
    let middle = bytes.count / 8192 / 2 * 8192
    for i in 0..<4096 { bytes[middle + i] = UInt8(truncatingIfNeeded: i &* 31) }
    try bytes.write(to: url)
    let outcome = try minyi("verify", "--quick", "--workspace", "w.sqlite")
    #expect([1, 65, 74].contains(outcome.status), "\(outcome)")
    #expect(outcome.output.contains("不符") || outcome.errors.contains("w.sqlite"), "\(outcome)")
  }

  @Test func keptPersonalDataIsSaidEverywhere() throws {
    _ = try minyi.home.file("k.csv", "编号,内容,姓名\n1,路灯不亮请打13812345678,张三\n2,路灯不亮了,李四\n")
    let arguments = ["import", "k.csv", "--keep-personal-data", "--quiet", "--workspace", "k.sqlite"]
    let imported = try minyi.run(arguments)
    #expect(imported.status == 0 && imported.output.contains("按原样保留"), "\(imported)")
    #expect(imported.errors.contains("注意"), "\(imported)")
    #expect(try minyi("info", "--workspace", "k.sqlite").output.contains("个人信息：按原样保留"))
    let export = try minyi("export", "opinions", "-o", "k.jsonl", "--workspace", "k.sqlite")
    #expect(export.errors.contains("含个人信息"), "\(export)")
    let manifest = try String(contentsOfFile: path("k.jsonl.manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"personalData\" : \"kept\""), "\(manifest)")
    #expect(try String(contentsOfFile: path("k.jsonl"), encoding: .utf8).contains("13812345678"))
    _ = try minyi("mine", "--workspace", "k.sqlite")
    _ = try minyi("export", "xlsx", "-o", "k.xlsx", "--workspace", "k.sqlite")
    let notes = try minyi("import", "k.xlsx", "--sheet", "处理说明", "--dry-run", "--map", "body=内容")
    #expect(notes.status == 0 && notes.output.contains("内容"), "\(notes)")
    // Back with and without.
    let back = try minyi("import", "k.jsonl", "--keep-personal-data", "--workspace", "k.sqlite")
    #expect(back.output.contains("未变 2"), "\(back)")
    _ = try minyi("import", "k.jsonl", "--workspace", "m.sqlite")
    let masked = try minyi("export", "opinions", "--workspace", "m.sqlite").output
    #expect(!masked.contains("13812345678") && !masked.contains("张三") && masked.contains("〔手机〕"), "\(masked)")
  }
}
