import Foundation
import TestSupport
import Testing

/// `minyi agenda` and `minyi explain` on the sample corpus.
@Suite struct AgendaCommandTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    let outcome = try minyi.run([
      "run", ProjectFiles.path("Corpus/qinghe.csv"), "--workspace", "w.sqlite", "--quiet",
    ])
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func run(_ arguments: String...) throws -> ProcessOutcome {
    let outcome = try minyi.run(arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
    try #require(outcome.status == 0, "\(arguments): \(outcome)")
    return outcome
  }

  private func agenda(_ arguments: String...) throws -> JSONValue {
    let outcome = try minyi.run(
      ["agenda", "--format", "json"] + arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
    return try JSONValue(outcome.outputBytes)
  }

  @Test func theSchemaHoldsForWhatIsWritten() throws {
    let schema = try minyi("agenda", "--schema")
    #expect(schema.status == 0 && schema.errors.isEmpty, "\(schema)")
    let validator = SchemaValidator(root: try JSONValue(schema.outputBytes))
    for arguments in [
      [], ["--top", "1000"], ["--lens", "rising"], ["--lens", "severe", "--lang", "en"],
      ["--rule", "people=8,days=30", "--first", "5"], ["--profile", "zhongda", "--top", "1000"],
    ] {
      let outcome = try minyi.run(
        ["agenda", "--format", "json"] + arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
      let failures = validator.failures(try JSONValue(outcome.outputBytes))
      #expect(failures.isEmpty, "\(arguments): \(failures.prefix(5))")
    }
    // A file without dates, authors and places has fewer keys, and the schema allows it.
    _ = try minyi.home.file("a.csv", "内容\n路灯不亮\n路灯又不亮了\n井盖丢了\n井盖又丢了，快补井盖\n")
    let bare = try minyi("run", "a.csv", "--format", "json", "--rule", "people=2,days=9")
    #expect(validator.failures(try JSONValue(bare.outputBytes)).isEmpty, "\(bare)")
  }

  /// The validator itself finds what is wrong.
  @Test func whatBreaksTheSchemaIsFound() throws {
    let validator = SchemaValidator(root: try JSONValue(minyi("agenda", "--schema").outputBytes))
    guard case .object(let whole) = try agenda("--top", "2") else {
      Issue.record("no object")
      return
    }
    for key in whole.keys {
      var less = whole
      less[key] = nil
      #expect(!validator.failures(.object(less)).isEmpty, "\(key) is not required")
    }
    for (key, value) in [
      ("schema", JSONValue.number(2)), ("lens", .string("high")), ("topics", .null), ("first", .number(0)),
      ("leftOutCount", .number(1.5)), ("more", .bool(true)), ("profile", .number(1)),
    ] {
      var wrong = whole
      wrong[key] = value
      #expect(!validator.failures(.object(wrong)).isEmpty, "\(key) may be \(value)")
    }
  }

  @Test func theTableFits100ColumnsWithoutColours() throws {
    for arguments in [
      ["--top", "200"], ["--top", "200", "--lang", "en"], ["--top", "200", "--rule", "people=8,days=30"],
      ["--lens", "severe", "--lang", "en", "--rule", "people=8,days=30"],
    ] {
      let outcome = try minyi.run(["agenda"] + arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
      let rows = outcome.outputLines.filter { !$0.contains("未计入") && !$0.contains("未列入") }
      let widths = rows.map { line in line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
      #expect((widths.max() ?? 999) <= 100, "\(arguments): \(outcome)")
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  @Test func theRuleHasThreeAnswers() throws {
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
    func answers(_ rule: String) throws -> Set<String> {
      let outcome = try minyi("run", "意见.csv", "--format", "json", "--rule", rule)
      guard case .array(let topics)? = try JSONValue(outcome.outputBytes)["topics"] else { return [] }
      return Set(
        topics.compactMap { topic in
          if case .string(let answer)? = topic["gathering"]?["answer"] { answer } else { nil }
        })
    }
    #expect(try answers("people=2,days=9999") == ["reached"])
    #expect(try answers("people=99,days=9999") == ["not_reached"])
    _ = try minyi.home.file(
      "意见.csv",
      SampleOpinions.table(
        [["编号", "标题", "内容", "用户"]] + SampleOpinions.rows.map { [$0.id, $0.title, $0.body, $0.author] }))
    #expect(try answers("people=2,days=9999") == ["cannot_tell"])
  }

  @Test func explainSaysWhatWouldMoveATopicAndQuotesIt() throws {
    guard case .array(let topics)? = try agenda("--top", "500")["topics"] else { return }
    func number(_ topic: JSONValue) -> Int {
      if case .number(let value)? = topic["concern"] { Int(value) } else { 0 }
    }
    let first = try run("explain", "\(number(topics[0]))").output
    #expect(!first.contains("升一名") && first.contains("降一名：第 2 名"), "\(first)")
    let middle = try run("explain", "\(number(topics[4]))").output
    #expect(middle.contains("升一名：第 4 名") && middle.contains("降一名：第 6 名"), "\(middle)")
    #expect(middle.contains("涉及人数") && middle.contains("群众原话：") && middle.contains("[QH"), "\(middle)")
    let far = try run("explain", "\(number(topics[40]))").output
    #expect(far.contains("进前 20 名：第 20 名") && far.contains("差在："), "\(far)")
    #expect(try !run("explain", "\(number(topics[40]))", "--first", "60").output.contains("进前"))
    let english = try run("explain", "\(number(topics[40]))", "--lang", "en").output
    #expect(english.contains("into the first 20: rank 20") && english.contains("behind in:"), "\(english)")
  }

  @Test func explainSaysWhyNot() throws {
    // Of fewer than the five people that zhongda asks for.
    guard case .array(let left)? = try agenda("--profile", "zhongda")["leftOut"],
      case .number(let concern)? = left.first?["concern"]
    else {
      Issue.record("nothing was left out")
      return
    }
    let text = try run("explain", "\(Int(concern))", "--profile", "zhongda").output
    #expect(text.contains("不在议题清单上") && text.contains("方案要求至少 5 人"), "\(text)")
    #expect(text.contains("涉及人数") && text.contains("得分 ="), "\(text)")
  }

  @Test func onePersonWithManyPostsIsToldAlsoWhereLeftOut() throws {
    let text = try run("agenda", "--profile", "zhongda").output
    #expect(text.contains("一人多诉，未列入：") && text.contains("2 人 21 条"), "\(text)")
  }

  @Test func weightsThatNoColumnServesAreTold() throws {
    _ = try minyi.home.file("a.csv", "内容\n路灯不亮\n路灯又不亮了\n井盖丢了\n井盖又丢了，快补井盖\n")
    _ = try minyi("run", "a.csv", "--workspace", "a.sqlite")
    let zeros = "reach=0,momentum=0,endorsement=0,severity=0,actionability=0,deliberation=0,persistence=0"
    let outcome = try minyi("agenda", "--workspace", "a.sqlite", "--weights", zeros)
    #expect(outcome.status == 65 && outcome.errors.contains("spread（没有地区列）"), "\(outcome)")
  }
}
