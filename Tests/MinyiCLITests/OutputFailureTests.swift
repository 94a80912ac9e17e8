import Foundation
import TestSupport
import Testing

/// Output that cannot be written, readers that go away, and interruptions.
@Suite struct OutputFailureTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  private var homeFiles: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: minyi.home.path).sorted() }
  }

  private var temporaryFiles: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath) }
  }

  // MARK: files

  /// Told before the work begins.
  @Test(arguments: ["没有/议题.json", "tmp"])
  func aFileThatCannotBeIs73(_ path: String) throws {
    let outcome = try minyi("run", "意见.csv", "--format", "json", "-o", path)
    #expect(outcome.status == 73 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.hasPrefix("minyi: 无法写入 \(path)：") && outcome.errors.contains("文件夹"), "\(outcome)")
    #expect(try homeFiles == ["tmp", "意见.csv"] && temporaryFiles.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
  func aFullDeviceIs74() throws {
    _ = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    let commands = [
      "run 意见.csv", "agenda --workspace w.sqlite", "export assignments --workspace w.sqlite",
      "segment 意见.csv",
      "info --workspace w.sqlite", "show 1 --workspace w.sqlite", "--version",
    ]
    for command in commands {
      let outcome = try minyi.shell("\"$MINYI\" \(command) > /dev/full")
      #expect(outcome.status == 74 && outcome.errors.contains("No space left"), "\(command): \(outcome)")
    }
    let file = try minyi("run", "意见.csv", "-o", "/dev/full")
    #expect(file.status == 74 && file.errors.contains("/dev/full"), "\(file)")
    #expect(try temporaryFiles.isEmpty)
  }

  /// The old file stays whole when the new one does not fit.
  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let old = String(repeating: "旧的议题清单\n", count: 20)
    _ = try minyi.home.file("议题.json", old)
    _ = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    let script =
      "ulimit -f 2; trap '' XFSZ; exec \"$MINYI\" export agenda --format json --workspace w.sqlite -o 议题.json"
    let outcome = try minyi.shell(script)
    #expect(outcome.status == 73 || outcome.status == 74, "\(outcome)")
    let left = try String(contentsOf: minyi.home.url.appendingPathComponent("议题.json"), encoding: .utf8)
    #expect(left == old)
    #expect(try homeFiles.filter { !$0.hasPrefix("w.sqlite") } == ["tmp", "意见.csv", "议题.json"])
  }

  // MARK: pipes

  /// `true` reads nothing and is gone before the first byte.
  @Test(arguments: ["run 意见.csv", "run 意见.csv --format json --quiet", "segment 意见.csv", "--version"])
  func aReaderThatGoesAwayIsSuccess(_ command: String) throws {
    let script = "{ sleep 0.3; exec \"$MINYI\" \(command); } | true; echo ${PIPESTATUS[0]}"
    let outcome = try minyi.shell(script)
    #expect(outcome.output == "0\n" && !outcome.errors.contains("minyi:"), "\(outcome)")
    #expect(try temporaryFiles.isEmpty)
  }

  @Test func aReaderThatHasEnoughIsSuccess() throws {
    let text = String(repeating: SampleOpinions.csv(), count: 100)
    _ = try minyi.home.file("长.txt", text)
    let outcome = try minyi.shell("set -o pipefail; \"$MINYI\" segment 长.txt --raw | head -n 1")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(
      outcome.output.replacing(" ", with: "") == SampleOpinions.header.joined(separator: ",") + "\n",
      "\(outcome)")
  }

  // MARK: interruptions

  /// A run that waits for the rest of its input is interrupted after the first file.
  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedImportKeepsTheFilesBefore(_ number: Int32) throws {
    let outcome = try interrupted(["import", "意见.csv", "-", "--workspace", "w.sqlite"], by: number) {
      $0.outputByteCount > 0
    }
    #expect(outcome.signal == number && outcome.errors.isEmpty, "\(outcome)")
    let info = try minyi("info", "--workspace", "w.sqlite")
    #expect(info.status == 0 && info.output.contains("意见：38 条"), "\(info)")
    let again = try minyi("run", "意见.csv", "--workspace", "w.sqlite")
    #expect(again.status == 0 && again.errors.contains("未变 38"), "\(again)")
  }

  /// What residents wrote does not stay in the temporary folder.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func anInterruptedRunRemovesItsTemporaryWorkspace(_ number: Int32) throws {
    let path = minyi.temporaryPath
    var wasThere = false
    let outcome = try interrupted(["run", "意见.csv", "-"], by: number) { _ in
      let folder = try? FileManager.default.contentsOfDirectory(atPath: path).first
      wasThere =
        folder.map { FileManager.default.fileExists(atPath: "\(path)/\($0)/workspace.sqlite-wal") } ?? false
      return wasThere
    }
    #expect(wasThere && outcome.signal == number && outcome.output.isEmpty, "\(outcome)")
    #expect(try temporaryFiles.isEmpty)
  }

  /// Killed at any moment, the workspace opens, and the same import brings in what is missing.
  @Test func aKilledImportCanBeRepeated() throws {
    let rows = (0..<400).flatMap { i in
      SampleOpinions.rows.map { row in
        var row = row
        row.id = "\(i)-\(row.id)"
        return row
      }
    }
    _ = try minyi.home.file("大.csv", SampleOpinions.csv(rows))
    for (round, threshold) in [0, 1, 100_000, 500_000, 1_500_000].enumerated() {
      let name = "w\(round).sqlite"
      let wal = minyi.home.path + "/\(name)-wal"
      let outcome = try minyi.run(["import", "大.csv", "--workspace", name]) { running in
        running.wait {
          ((try? FileManager.default.attributesOfItem(atPath: wal)[.size] as? Int) ?? nil).map {
            $0 >= threshold
          } ?? false
        }
        running.send(SIGKILL)
      }
      #expect(outcome.signal == SIGKILL || outcome.status == 0, "\(outcome)")
      let again = try minyi("import", "大.csv", "--workspace", name)
      let match = try #require(again.output.firstMatch(of: /新增 (\d+) \+ 更新 0 \+ 未变 (\d+) \+/), "\(again)")
      #expect((Int(match.1) ?? 0) + (Int(match.2) ?? 0) == rows.count, "\(threshold): \(again)")
      #expect(try minyi("info", "--workspace", name).output.contains("意见：\(rows.count) 条"))
    }
  }

  /// Runs `minyi` with an input that never ends, and sends the signal once `isReady`.
  private func interrupted(
    _ arguments: [String], by number: Int32, when isReady: @escaping (MinyiProcess.Running) -> Bool
  ) throws -> ProcessOutcome {
    let pipe = minyi.home.path + "/tmp.pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    // A test run in the background may have been told to ignore it, which its children would inherit.
    signal(number, SIG_DFL)
    return try minyi.run(arguments, input: .file(pipe), timeLimitSeconds: 60) { running in
      running.wait { isReady(running) }
      running.send(number)
    }
  }
}
