import Foundation
import TestSupport
import Testing

/// Workspaces that are not there, not ours, or not ours to understand; and writes that fail half-way.
@Suite struct BadWorkspaceTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: minyi.home.url.appendingPathComponent(name)))
  }

  /// A workspace with the samples, mined; its bytes.
  private func workspace() throws -> [UInt8] {
    let outcome = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    try #require(outcome.status == 0, "\(outcome)")
    return try bytes("w.sqlite")
  }

  /// Every command refuses the file, names it, and leaves it as it is.
  private func expectRefused(_ name: String, status: Int32, because reason: String) throws {
    let before = try bytes(name)
    for command in [
      ["run", "意见.csv"], ["import", "意见.csv"], ["mine"], ["agenda"], ["show", "1"], ["info"],
    ] {
      let outcome = try minyi.run(command + ["--workspace", name])
      #expect(outcome.status == status && outcome.output.isEmpty, "\(command): \(outcome)")
      #expect(outcome.errors.contains(name) && outcome.errors.contains(reason), "\(command): \(outcome)")
      #expect(try bytes(name) == before, "\(command) changed the file")
    }
  }

  @Test func aTextFileIsNotAWorkspace() throws {
    _ = try minyi.home.file("笔记.txt", "不是数据库，是我的笔记。\n" + String(repeating: "很长的一行。", count: 400))
    try expectRefused("笔记.txt", status: 65, because: "不是民意工作区，未作改动")
  }

  @Test func anotherProgramsDatabaseIsNotAWorkspace() throws {
    var database = try workspace()
    // The application id in SQLite's header, https://www.sqlite.org/fileformat.html.
    database.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    _ = try minyi.home.file("别人的.sqlite", database)
    try expectRefused("别人的.sqlite", status: 65, because: "不是民意工作区，未作改动")
  }

  @Test func aNewerWorkspaceIsLeftAlone() throws {
    var database = Data(try workspace())
    // The last migration gets a name that this program does not know.
    let (known, later) = (Data("2 results".utf8), Data("9 later..".utf8))
    var count = 0
    while let range = database.range(of: known) {
      database.replaceSubrange(range, with: later)
      count += 1
    }
    try #require(count >= 1)
    _ = try minyi.home.file("新版.sqlite", Array(database))
    try expectRefused("新版.sqlite", status: 65, because: "更新版本")
  }

  @Test func aFolderIsNotAWorkspace() throws {
    for command in [["run", "意见.csv"], ["info"]] {
      let outcome = try minyi.run(command + ["--workspace", "tmp"])
      #expect(outcome.status == 65 && outcome.errors.contains("tmp 不是民意工作区"), "\(outcome)")
    }
  }

  @Test func aMissingFolderIs73() throws {
    for command in ["run", "import"] {
      let outcome = try minyi(command, "意见.csv", "--workspace", "没有/w.sqlite")
      #expect(
        outcome.status == 73 && outcome.output.isEmpty && outcome.errors.contains("没有/w.sqlite"), "\(outcome)"
      )
    }
  }

  @Test func aMissingWorkspaceIs66AndNotMade() throws {
    for command in [["mine"], ["agenda"], ["show", "1"], ["explain", "1"], ["export", "agenda"], ["info"]] {
      let outcome = try minyi.run(command + ["--workspace", "没有.sqlite"])
      #expect(outcome.status == 66 && outcome.errors.contains("没有.sqlite"), "\(command): \(outcome)")
      #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/没有.sqlite"))
    }
  }

  @Test func resultsBeforeMiningIs66AndTellsTheCure() throws {
    _ = try minyi("import", "意见.csv", "--workspace", "w.sqlite")
    for command in [["agenda"], ["show", "1"], ["export", "agenda"], ["export", "assignments"]] {
      let outcome = try minyi.run(command + ["--workspace", "w.sqlite"])
      #expect(
        outcome.status == 66 && outcome.output.isEmpty && outcome.errors.contains("minyi mine"), "\(outcome)")
    }
    let info = try minyi("info", "--workspace", "w.sqlite")
    #expect(info.status == 0 && info.output.contains("意见：38 条") && info.output.contains("还没有运行"), "\(info)")
  }

  @Test func miningNothingIs66() throws {
    _ = try minyi.home.file("表头.csv", "编号,内容\n")
    _ = try minyi("import", "表头.csv", "--workspace", "w.sqlite")
    let outcome = try minyi("mine", "--workspace", "w.sqlite")
    #expect(outcome.status == 66 && outcome.errors.contains("minyi import"), "\(outcome)")
  }

  @Test func aDamagedWorkspaceIsToldOf() throws {
    _ = try minyi.home.file("半截.sqlite", Array(try workspace().prefix(20_000)))
    for command in [["agenda"], ["info"], ["run", "意见.csv"]] {
      let outcome = try minyi.run(command + ["--workspace", "半截.sqlite"])
      #expect(
        outcome.status == 74 && outcome.output.isEmpty && outcome.errors.contains("半截.sqlite"), "\(outcome)")
    }
  }

  /// Root may write anywhere, so that root's tests run the program as nobody.
  private static let asOrdinaryUser = """
    minyi() {
      if [ "$(id -u)" = 0 ]
      then setpriv --reuid 65534 --regid 65534 --clear-groups "$MINYI" "$@"
      else "$MINYI" "$@"
      fi
    }
    """

  private static var canRunAsOrdinaryUser: Bool {
    (try? MinyiProcess().shell(asOrdinaryUser + "\nminyi --version").status) == 0
  }

  @Test(.enabled(if: canRunAsOrdinaryUser, "an ordinary user cannot reach the program"))
  func aReadOnlyFolderIs73() throws {
    let folder = minyi.home.url.appendingPathComponent("只读")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    func run(_ command: String) throws -> ProcessOutcome {
      try minyi.shell(BadWorkspaceTests.asOrdinaryUser + "\n" + command, environment: ["TMPDIR": "/tmp"])
    }
    let made = try run("minyi import 意见.csv --workspace 只读/w.sqlite")
    #expect(made.status == 73 && made.errors.contains("只读/w.sqlite"), "\(made)")
    let written = try run("minyi run 意见.csv -o 只读/议题.csv")
    #expect(written.status == 73 && written.errors.contains("只读/议题.csv"), "\(written)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  /// A limit on the size of files stands for the full disk.
  @Test func afterAFullDiskWhatWasThereIsStillThere() throws {
    _ = try workspace()
    func state() throws -> [[UInt8]] {
      try [["export", "assignments"], ["export", "agenda"], ["info"]].map {
        try minyi.run($0 + ["--workspace", "w.sqlite"]).outputBytes
      }
    }
    let before = try state()
    let rows = (1...3000).map { ["新\($0)", "第\($0)件：" + String(repeating: "路灯不亮了，", count: 30)] }
    _ = try minyi.home.file("大.csv", SampleOpinions.table([["编号", "内容"]] + rows))
    let script = "ulimit -f 400; trap '' XFSZ; exec \"$MINYI\" import 大.csv --workspace w.sqlite"
    let outcome = try minyi.shell(script)
    #expect(outcome.status == 74 && outcome.errors.contains("w.sqlite"), "\(outcome)")
    #expect(try state() == before)
    // With room again the same import succeeds.
    let again = try minyi("import", "大.csv", "--workspace", "w.sqlite")
    #expect(again.status == 0 && again.output.contains("读取 3000 行 = 新增 3000"), "\(again)")
  }
}
