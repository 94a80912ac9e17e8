import Foundation
import TestSupport
import Testing

/// `minyi score` as a process: a line in, a line out, whatever comes.
struct ScoreCommandTests {
  let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
    _ = try minyi("run", "意见.csv", "--workspace", "w.sqlite", "--quiet")
  }

  /// What one line says.
  private struct Line: Decodable {
    struct Match: Decodable { var id: Int, label: String, similarity: Double }
    struct Theme: Decodable { var id: Int, probability: Double }
    struct Severity: Decodable { var grade: Int, words: [String] }
    struct Priority: Decodable { var value: Double, severity: Double, concern: Double, request: Double }
    struct Copy: Decodable { var opinion: String, count: Int, similarity: Double }
    var line: Int
    var status: String
    var id: String?
    var concern: Match?
    var runnerUp: Match?
    var theme: Theme?
    var severity: Severity?
    var priority: Priority?
    var copyOf: Copy?
    var requests: [String]?
    var title: String?
    var body: String?
    var error: String?
  }

  private func lines(_ outcome: ProcessOutcome) throws -> [Line] {
    try outcome.outputLines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  private static func json(_ rows: [SampleOpinions.Row]) -> [String] {
    rows.map { "{\"id\":\"\($0.id)\",\"title\":\"\($0.title)\",\"body\":\"\($0.body)\"}" }
  }

  private func score(_ arguments: [String], input: String = "") throws -> ProcessOutcome {
    try minyi.run(["score"] + arguments + ["--workspace", "w.sqlite"], input: .text(input))
  }

  @Test func everyLineHasItsOwnInItsPlace() throws {
    var input = ScoreCommandTests.json(SampleOpinions.rows)
    input.insert("{\"body\": \"没有结束", at: 3)
    input.insert("", at: 7)
    input.insert("{\"body\": \"无\"}", at: 11)
    input.insert("[1, 2]", at: 20)
    let outcome = try score(["-"], input: input.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0, "\(outcome)")
    let lines = try lines(outcome)
    #expect(lines.map(\.line) == Array(1...input.count))
    let odd = [3: "malformed", 7: "blank", 11: "blank", 20: "malformed"]
    var rows = SampleOpinions.rows[...]
    for (i, line) in lines.enumerated() {
      if let status = odd[i] {
        #expect(line.status == status && (line.error != nil) == (status == "malformed"), "\(line)")
        if let error = line.error { #expect(error.contains("-:\(i + 1)"), "\(error)") }
      } else {
        let row = rows.removeFirst()
        #expect(line.id == row.id && line.title == row.title && line.body == row.body)
        #expect(line.copyOf?.opinion == row.id)
      }
    }
    #expect(rows.isEmpty)
  }

  @Test func newOpinionsMeetTheirConcern() throws {
    let outcome = try score(
      ["-", "--quiet"],
      input: """
        {"body":"翠湖苑小区电梯昨晚又停了，物业不管，请尽快更换电梯。"}
        {"body":"云峰路凌晨的渣土车噪音，昨夜摔伤了老人。"}
        {"body":"青石桥菜市场摊贩占道，联系电话13812345678。"}
        {"body":"Wholly unknown words in a foreign language"}

        """)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let lines = try lines(outcome)
    try #require(lines.count == 4)
    for (line, word) in zip(lines, ["电梯", "渣土车", "菜市场"]) {
      let concern = try #require(line.concern, "\(line)")
      #expect(concern.label.contains(word) && concern.similarity > 0.2, "\(line)")
      #expect(line.status != "new" && line.copyOf == nil, "\(line)")
      #expect(line.runnerUp.map { $0.similarity < concern.similarity && $0.id != concern.id } ?? true)
      let theme = try #require(line.theme)
      #expect(theme.probability > 0 && theme.probability <= 1)
      let priority = try #require(line.priority)
      #expect(abs(priority.value - priority.severity - priority.concern - priority.request) < 0.02)
      #expect((0...100).contains(priority.value) && priority.concern > 0)
    }
    #expect(lines[0].requests?.isEmpty == false)
    #expect(lines[0].priority?.request == 15)
    #expect(lines[1].severity?.grade == 3 && lines[1].priority?.severity == 45, "\(lines[1])")
    #expect(lines[2].body?.contains("13812345678") == false && lines[2].body?.contains("联系电话") == true)
    #expect(lines[3].status == "new" && lines[3].concern == nil && lines[3].priority?.concern == 0)
  }

  @Test func nearCopiesAreTold() throws {
    let row = try #require(SampleOpinions.rows.max { $0.body.count < $1.body.count })
    let near = row.body + "谢谢"
    let other = String(row.body.shuffled())
    let outcome = try score(
      ["-", "--quiet"],
      input: [(row.title, row.body), (row.title, near), (row.title, other)].map {
        #"{"title":"\#($0)","body":"\#($1)"}"# + "\n"
      }.joined())
    let lines = try lines(outcome)
    #expect(lines.map(\.copyOf?.opinion) == [row.id, row.id, nil], "\(outcome)")
    #expect(lines[0].copyOf?.similarity == 1)
    let similarity = try #require(lines[1].copyOf?.similarity)
    #expect(similarity >= 0.8 && similarity < 1)
  }

  @Test func orderAndThreadsDoNotMatter() throws {
    let input = ScoreCommandTests.json(SampleOpinions.rows) + ["{bad", "{\"body\":\"路灯不亮\"}"]
    _ = try minyi.home.file("a.jsonl", input.joined(separator: "\n") + "\n")
    let shuffled = input.indices.sorted { ($0 * 7919 % 37, $0) < ($1 * 7919 % 37, $1) }
    _ = try minyi.home.file("b.jsonl", shuffled.map { input[$0] }.joined(separator: "\n") + "\n")
    let whole = try score(["a.jsonl", "--quiet"])
    for threads in ["1", "2", "8"] {
      #expect(try score(["a.jsonl", "--quiet", "--threads", threads]).outputBytes == whole.outputBytes)
    }
    func withoutLine(_ line: String) -> String {
      line.replacing(/"line":\d+/, with: "").replacing(/[ab]\.jsonl:\d+/, with: "")
        .replacing(/字节偏移 \d+|byte \d+/, with: "")
    }
    let permuted = try score(["b.jsonl", "--quiet"]).outputLines.map(withoutLine)
    #expect(permuted == shuffled.map { withoutLine(whole.outputLines[$0]) })
    // A pipe and a file give the same but for the name.
    let piped = try minyi.shell("cat a.jsonl | \"$MINYI\" score - --workspace w.sqlite --quiet")
    #expect(piped.output == whole.output.replacing("a.jsonl:", with: "-:"))
  }

  @Test func fromLineGoesOnWhereARunStopped() throws {
    _ = try minyi.home.file("a.jsonl", ScoreCommandTests.json(SampleOpinions.rows).joined(separator: "\n"))
    for (file, first) in [("a.jsonl", 1), ("意见.csv", 2)] {
      let whole = try score([file, "--quiet"]).outputLines
      #expect(whole.count == SampleOpinions.rows.count)
      let rest = try score([file, "--quiet", "--from-line", "\(first + 10)"]).outputLines
      #expect(rest == Array(whole[10...]))
    }
    #expect(try score(["a.jsonl", "--from-line", "999"]).outputBytes.isEmpty)
    #expect(try score(["a.jsonl", "--from-line", "0"]).status == 64)
  }

  @Test func strictStopsAtTheFirstBadRow() throws {
    let rows = ScoreCommandTests.json(SampleOpinions.rows)
    let input = (rows[..<5] + ["{bad"] + rows[5...]).joined(separator: "\n")
    let strict = try score(["-", "--strict"], input: input)
    #expect(strict.status == 65 && strict.errors.contains("-:6"), "\(strict)")
    #expect(strict.outputLines == Array(try score(["-"], input: input).outputLines[..<5]))
  }

  /// JSON that is cut off is no line of text, neither here nor for an import.
  @Test(arguments: ["[1,2", "[{\"body\": \"路灯不亮\"},", "{\"body\": \"路灯"])
  func brokenJSONIsMalformed(_ text: String) throws {
    let outcome = try score(["-"], input: text)
    #expect(outcome.status == 0, "\(outcome)")
    let last = try #require(try lines(outcome).last)
    #expect(last.status == "malformed" && last.error?.isEmpty == false, "\(outcome)")
    #expect(try score(["-", "--strict"], input: text).status == 65)
    _ = try minyi.home.file("断.txt", text)
    let imported = try minyi("import", "断.txt", "--workspace", "y.sqlite", "--dry-run")
    #expect(!imported.output.contains("有误 0") && imported.output.contains("有误"), "\(imported)")
  }

  @Test func csvGivesARowARow() throws {
    let outcome = try score(["意见.csv", "--format", "csv", "-o", "结果.csv"])
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome)")
    // Foundation's way of reading a text drops the byte order mark.
    let text = String(
      decoding: try Data(contentsOf: minyi.home.url.appendingPathComponent("结果.csv")), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}line,id,status,concern,label,similarity,"))
    #expect(text.split(separator: "\r\n").count == SampleOpinions.rows.count + 1)
    let imported = try minyi("import", "结果.csv", "--dry-run", "--workspace", "x.sqlite")
    #expect(imported.output.contains("\(SampleOpinions.rows.count)"), "\(imported)")
  }

  /// The reader takes five lines and goes; the input never ends.
  @Test func aPipeThatIsClosedEndsItAtOnce() throws {
    let outcome = try minyi.shell(
      "set -o pipefail; yes '{\"body\":\"路灯不亮\"}' 2> /dev/null | "
        + "{ \"$MINYI\" score - --workspace w.sqlite; echo $? > status; } | head -5; cat status",
      timeLimitSeconds: 60)
    #expect(outcome.outputLines.count == 6 && outcome.outputLines.last == "0", "\(outcome)")
    #expect(!outcome.errors.contains("minyi:"), "\(outcome)")
  }

  /// What is there is scored while more is waited for.
  @Test func aLineIsAnsweredWhileTheNextIsWaitedFor() throws {
    let outcome = try minyi.shell(
      "mkfifo in out; \"$MINYI\" score - --workspace w.sqlite --quiet < in > out & exec 3> in 4< out; "
        + "for i in 1 2 3; do echo '{\"body\":\"路灯不亮\"}' >&3; read -t 50 line <&4 && echo \"$line\"; done; "
        + "exec 3>&-; wait", timeLimitSeconds: 120)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try lines(outcome).map(\.line) == [1, 2, 3])
  }

  @Test func emergingGroupsAreTold() throws {
    let new = (1...5).map { "{\"id\":\"n\($0)\",\"body\":\"湖心岛观光缆车第\($0)次停运，缆车票退款迟迟不到账\"}" }
    let outcome = try score(
      ["-", "--emerging", "组.json", "--lang", "en"],
      input: (new + ScoreCommandTests.json(Array(SampleOpinions.rows.prefix(8)))).joined(separator: "\n"))
    #expect(
      outcome.errors.contains("1 groups of new opinions") && outcome.errors.contains("缆车"), "\(outcome)")
    let bytes = try Data(contentsOf: minyi.home.url.appendingPathComponent("组.json"))
    let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let groups = try #require(object?["groups"] as? [[String: Any]])
    #expect(groups.count == 1 && groups[0]["opinions"] as? Int == 5)
  }

  /// Ten times the input, not more memory.
  @Test func memoryDoesNotGrowWithTheInput() throws {
    let rows = ScoreCommandTests.json(SampleOpinions.rows).joined(separator: "\n") + "\n"
    _ = try minyi.home.file("短.jsonl", String(repeating: rows, count: 60))
    _ = try minyi.home.file("长.jsonl", String(repeating: rows, count: 600))
    func peak(_ file: String) throws -> Double {
      let (outcome, usage) = try minyi.measured(
        ["score", file, "--workspace", "w.sqlite", "-o", "/dev/null", "--quiet"])
      #expect(outcome.status == 0, "\(outcome)")
      return usage.peakMegabytes
    }
    let (short, long) = (try peak("短.jsonl"), try peak("长.jsonl"))
    #expect(long < short + 12, "\(short) MB, \(long) MB")
  }

  @Test func aFolderIsWatchedUntilItIsInterrupted() throws {
    let folder = minyi.home.url.appendingPathComponent("来件")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let scored = ["早.jsonl", "晚.csv"].map { folder.path + "/" + $0 + ".scored.jsonl" }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("早.jsonl", ScoreCommandTests.json(SampleOpinions.rows).joined(separator: "\n"))
    try write("坏.jsonl", "\u{0}\u{1}")
    signal(SIGINT, SIG_DFL)
    let outcome = try minyi.run(
      ["score", "--watch", folder.path, "--workspace", "w.sqlite"], timeLimitSeconds: 60
    ) { running in
      running.wait { FileManager.default.fileExists(atPath: scored[0]) }
      try write("晚.csv", SampleOpinions.csv())
      running.wait { FileManager.default.fileExists(atPath: scored[1]) }
      running.send(SIGINT)
    }
    #expect(outcome.status == 0 && outcome.errors.contains("坏.jsonl"), "\(outcome)")
    for path in scored {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.split(separator: "\n").count == SampleOpinions.rows.count)
    }
    // The bad file's one line is answered by an error, in a file of its own.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 6, "\(names)")
  }

  @Test func whatIsMissingIsSaid() throws {
    #expect(try score([]).status == 64)
    #expect(try score(["a.jsonl", "--watch", "x"]).status == 64)
    #expect(try score(["无.jsonl"]).status == 66)
    #expect(try score(["--watch", "无此文件夹"]).status == 66)
    #expect(try minyi("score", "意见.csv", "--workspace", "无.sqlite").status == 66)
    _ = try minyi("import", "意见.csv", "--workspace", "未归并.sqlite")
    let unmined = try minyi("score", "意见.csv", "--workspace", "未归并.sqlite")
    #expect(unmined.status == 66 && unmined.errors.contains("minyi mine"), "\(unmined)")
    let empty = try score(["-"])
    #expect(empty.status == 0 && empty.output.isEmpty, "\(empty)")
  }
}
