import Foundation
import GRDB
import MinyiModel
import TestSupport
import Testing

/// Imports and minings that are killed or interrupted: the workspace stays whole and goes on to the same results.
@Suite struct InterruptedImportTests {
  private let minyi: MinyiProcess
  /// More than two batches, of few texts, so that mining is quick.
  private static let rowCount = 12_000

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("大.jsonl", InterruptedImportTests.lines(0..<InterruptedImportTests.rowCount))
  }

  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let row = SampleOpinions.rows[number % SampleOpinions.rows.count]
      let place = ["东城区", "西城区", "临江镇"][number % 3]
      return #"{"id":"大\#(number)","用户":"居民\#(number % 997)","title":"\#(row.title)","#
        + #""body":"\#(row.body)","地区":"\#(place)","likes":\#(number % 11)}"# + "\n"
    }.joined()
  }

  private func log(_ name: String) -> String { "\(minyi.home.path)/\(name)-wal" }

  private func byteCount(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  /// Opens the workspace as it was left and returns how many opinions are in it.
  private func checkedOpinionCount(_ name: String) throws -> Int {
    let queue = try DatabaseQueue(path: minyi.home.path + "/" + name)
    let integrity = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    let broken = try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
    #expect(integrity == ["ok"] && broken.isEmpty, "\(name): \(integrity) \(broken)")
    guard try queue.read({ try $0.tableExists("opinion") }) else { return 0 }
    return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM opinion") ?? 0 }
  }

  private func resultHash(_ name: String) throws -> String {
    let info = try minyi("info", "--workspace", name)
    let line = try #require(info.outputLines.first { $0.hasPrefix("结果哈希：") }, "\(info)")
    return line
  }

  @Test func killedAtTenRandomMomentsItGoesOnToTheSameResult() throws {
    let start = ContinuousClock.now
    let whole = try minyi("import", "大.jsonl", "--workspace", "w.sqlite")
    let duration = ContinuousClock.now - start
    #expect(whole.output.contains("新增 \(Self.rowCount) "), "\(whole)")
    #expect(try minyi("mine", "--workspace", "w.sqlite").status == 0)
    var random = SplitMix64(seed: 4)
    var resumed: (name: String, count: Int) = ("", -1)
    for round in 0..<10 {
      let name = "k\(round).sqlite"
      let outcome = try minyi.run(["import", "大.jsonl", "--workspace", name]) { running in
        running.wait { byteCount(log(name)) > 0 }
        usleep(UInt32(random.next(below: Int(duration / .microseconds(1)))))
        running.send(SIGKILL)
      }
      #expect(outcome.signal == SIGKILL || outcome.status == 0, "\(outcome)")
      let count = try checkedOpinionCount(name)
      #expect(count % 5000 == 0 || count == Self.rowCount, "part of a batch was kept: \(count)")
      // What is left for the end was stopped half way, if any was.
      if resumed.count <= 0 || count > 0 && count < Self.rowCount { resumed = (name, count) }
    }
    let rest = try minyi("import", "大.jsonl", "--workspace", resumed.name)
    #expect(
      rest.output.contains("新增 \(Self.rowCount - resumed.count) + 更新 0 + 未变 \(resumed.count) "), "\(rest)")
    #expect(try minyi("mine", "--workspace", resumed.name).status == 0)
    #expect(try resultHash(resumed.name) == resultHash("w.sqlite"), "\(resumed)")
    #expect(try checkedOpinionCount(resumed.name) == Self.rowCount)
  }

  /// Ends by the signal, for which a shell shows 130, and at once.
  @Test func anInterruptedImportLeavesWholeBatches() throws {
    var waited = Duration.zero
    let outcome = try minyi.run(["import", "大.jsonl", "--workspace", "w.sqlite"]) { running in
      signal(SIGINT, SIG_DFL)
      running.wait { byteCount(log("w.sqlite")) > 1 << 20 }
      waited = interrupt(running)
    }
    #expect(outcome.signal == SIGINT || outcome.status == 0, "\(outcome)")
    #expect(waited < .seconds(1))
    let count = try checkedOpinionCount("w.sqlite")
    #expect(count % 5000 == 0 || count == Self.rowCount, "\(count)")
    #expect(try minyi("info", "--workspace", "w.sqlite").output.contains("意见：\(count) 条"))
  }

  @Test func anInterruptedMiningLeavesTheLastResults() throws {
    _ = try minyi.home.file("小.csv", SampleOpinions.csv())
    let first = try minyi("run", "小.csv", "--workspace", "w.sqlite", "--quiet")
    #expect(first.status == 0)
    let before = try resultHash("w.sqlite")
    #expect(try minyi("import", "大.jsonl", "--workspace", "w.sqlite").status == 0)
    var waited = Duration.zero
    let outcome = try minyi.run(["mine", "--workspace", "w.sqlite"]) { running in
      signal(SIGINT, SIG_DFL)
      running.wait {
        byteCount(log("w.sqlite")) > 0 || FileManager.default.fileExists(atPath: log("w.sqlite"))
      }
      usleep(20_000)
      waited = interrupt(running)
    }
    #expect(outcome.signal == SIGINT || outcome.status == 0, "\(outcome)")
    #expect(waited < .seconds(1))
    if outcome.signal == SIGINT { #expect(try resultHash("w.sqlite") == before) }
    #expect(try checkedOpinionCount("w.sqlite") == Self.rowCount + SampleOpinions.rows.count)
    #expect(try minyi("mine", "--workspace", "w.sqlite").status == 0)
    #expect(try resultHash("w.sqlite") != before)
  }

  /// Sends SIGINT; how long the program then lasts.
  private func interrupt(_ running: MinyiProcess.Running) -> Duration {
    let start = ContinuousClock.now
    running.send(SIGINT)
    running.wait { false }
    return ContinuousClock.now - start
  }
}
