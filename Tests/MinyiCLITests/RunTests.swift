import Foundation
import TestSupport
import Testing

/// `minyi run`: a file in, an agenda out.
@Suite struct RunTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  private func run(_ arguments: String...) throws -> ProcessOutcome {
    try minyi.run(["run", "意见.csv"] + arguments)
  }

  private func agenda(_ arguments: String...) throws -> AgendaJSON {
    let outcome = try minyi.run(["run", "意见.csv", "--format", "json"] + arguments)
    try #require(outcome.status == 0, "\(outcome)")
    return try AgendaJSON(outcome.outputBytes)
  }

  @Test func theTableHasATopicForEachConcern() throws {
    let outcome = try run()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.outputLines.count == 1 + SampleOpinions.concerns.count, "\(outcome)")
    for name in ["翠湖苑", "云峰路", "青石桥", "南岭小学"] {
      #expect(outcome.outputLines.count { $0.contains(name) } == 1, "\(name): \(outcome)")
    }
  }

  @Test func theFatesOfTheRowsAddUp() throws {
    let outcome = try run()
    #expect(outcome.errors.contains("读取 38 行 = 新增 38 + 更新 0 + 未变 0 + 空白 0 + 有误 0"), "\(outcome)")
  }

  @Test func jsonIsSchema1AndConsistent() throws {
    let agenda = try agenda()
    #expect(agenda.schema == 1 && agenda.profile == "balanced" && agenda.lens == "top")
    #expect(agenda.topics.map(\.rank) == Array(1...agenda.topics.count))
    #expect(Set(agenda.topics.map(\.concern)).count == agenda.topics.count)
    #expect(agenda.topics.map(\.score) == agenda.topics.map(\.score).sorted(by: >))
    for topic in agenda.topics {
      #expect(topic.rankLow <= topic.rank && topic.rank <= topic.rankHigh, "\(topic)")
      #expect((0...100).contains(topic.score) && !topic.label.isEmpty, "\(topic)")
      #expect(topic.people <= topic.posts && topic.texts <= topic.posts && topic.people >= 2, "\(topic)")
    }
  }

  @Test func thePointsAddUpToTheScore() throws {
    let agenda = try agenda()
    for topic in agenda.topics {
      let sum = topic.criteria.reduce(0) { $0 + $1.points }
      #expect(abs(sum - topic.score) <= 0.05, "\(topic.label): \(sum) and \(topic.score)")
      let weights = topic.criteria.reduce(0) { $0 + $1.weight }
      for criterion in topic.criteria {
        let points = 100 * criterion.weight * criterion.value / weights
        #expect(abs(points - criterion.points) <= 0.02, "\(topic.label): \(criterion)")
        #expect((0...1).contains(criterion.value), "\(criterion)")
      }
    }
  }

  @Test func quotesAreVerbatim() throws {
    var count = 0
    for quote in try agenda().topics.flatMap(\.quotes) {
      let source = try #require(SampleOpinions.text(quote.opinion, quote.field), "\(quote)")
      let scalars = Array(source.unicodeScalars)
      try #require(0 <= quote.start && quote.start < quote.end && quote.end <= scalars.count, "\(quote)")
      let text = String(String.UnicodeScalarView(scalars[quote.start..<quote.end]))
      #expect(text == quote.text, "\(quote) in \(source)")
      count += 1
    }
    #expect(count >= SampleOpinions.concerns.count)
  }

  /// Spans count scalars, also behind characters beyond the basic plane and composed ones.
  @Test func quotesAreVerbatimBehindRareCharacters() throws {
    let rows = SampleOpinions.rows.map { row in
      var row = row
      row.body = "𠮷家巷👍🏽e\u{301}：" + row.body
      return row
    }
    _ = try minyi.home.file("罕见.csv", SampleOpinions.csv(rows))
    let outcome = try minyi("run", "罕见.csv", "--format", "json")
    let quotes = try AgendaJSON(outcome.outputBytes).topics.flatMap(\.quotes)
    #expect(!quotes.isEmpty)
    for quote in quotes {
      let row = try #require(rows.first { $0.id == quote.opinion })
      let scalars = Array((quote.field == "title" ? row.title : row.body).unicodeScalars)
      try #require(quote.end <= scalars.count, "\(quote)")
      #expect(String(String.UnicodeScalarView(scalars[quote.start..<quote.end])) == quote.text, "\(quote)")
    }
  }

  @Test func topCutsAndChangesNothingElse() throws {
    let all = try agenda().topics
    for top in 1...all.count { #expect(try agenda("--top", "\(top)").topics == Array(all.prefix(top))) }
  }

  @Test func profilesAndWeightsChangeTheScores() throws {
    let balanced = try agenda()
    for name in ["minsheng", "zhongda"] {
      let other = try agenda("--profile", name)
      #expect(other.profile == name)
      #expect(Set(other.topics.map(\.concern)) == Set(balanced.topics.map(\.concern)))
      #expect(other.topics.map(\.score) != balanced.topics.map(\.score))
    }
    let zeros = "spread=0,persistence=0,momentum=0,endorsement=0,severity=0,actionability=0,deliberation=0"
    for text in ["reach=2," + zeros, "reach＝2，" + zeros] {
      for topic in try agenda("--weights", text).topics {
        let reach = try #require(topic.criteria.first { $0.name == "reach" })
        #expect(reach.weight == 2 && abs(topic.score - 100 * reach.value) < 0.02, "\(text): \(topic)")
      }
    }
  }

  /// Before the work begins, so that nothing is imported and no time is lost.
  @Test(arguments: [
    ("--profile", "nosuch", "balanced、minsheng、zhongda"), ("--weights", "nosuch=1", "reach, spread"),
    ("--weights", "reach=-1", "reach=-1"), ("--weights", "reach=nan", "reach=nan"),
    ("--weights", "reach", "name=number"),
    (
      "--weights",
      "reach=0,spread=0,persistence=0,momentum=0,endorsement=0,severity=0,actionability=0,deliberation=0",
      "全部为 0"
    ),
    ("--rule", "people=5", "people=5,days=30"), ("--rule", "5/30", "people=5,days=30"),
    ("--first", "0", "--first"),
  ])
  func unusableWeighingIs64AndLeavesNothing(_ option: String, _ value: String, _ hint: String) throws {
    let outcome = try run(option, value, "--workspace", "w.sqlite")
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains(hint), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/w.sqlite"))
  }

  @Test func stdinAndPipesAreReadLikeTheFile() throws {
    let expected = try run("--format", "json").outputBytes
    let csv = SampleOpinions.csv()
    let fromInput = try minyi.run(["run", "-", "--format", "json"], input: .text(csv))
    #expect(fromInput.status == 0 && fromInput.outputBytes == expected, "\(fromInput)")
    #expect(fromInput.errors.hasPrefix("-（csv"), "\(fromInput)")
    // A pipe can be read only once.
    let fromPipe = try minyi.shell("\"$MINYI\" run <(cat 意见.csv) --format json")
    #expect(fromPipe.status == 0 && fromPipe.outputBytes == expected, "\(fromPipe)")
  }

  @Test func twoFilesAreOneCollection() throws {
    let rows = SampleOpinions.rows
    _ = try minyi.home.file("甲.csv", SampleOpinions.csv(Array(rows[..<17])))
    _ = try minyi.home.file("乙.csv", SampleOpinions.csv(Array(rows[17...])))
    let outcome = try minyi("run", "甲.csv", "乙.csv", "--format", "json")
    #expect(outcome.outputBytes == (try run("--format", "json")).outputBytes, "\(outcome)")
    #expect(outcome.errors.contains("甲.csv（csv，UTF-8）：读取 17 行"), "\(outcome)")
    #expect(outcome.errors.contains("乙.csv（csv，UTF-8）：读取 21 行"), "\(outcome)")
  }

  @Test func nothingIsFoundAmongStrangers() throws {
    let singles = SampleOpinions.rows.suffix(SampleOpinions.singles.count)
    _ = try minyi.home.file("各一.csv", SampleOpinions.csv(Array(singles)))
    let outcome = try minyi("run", "各一.csv")
    #expect(outcome.status == 1 && outcome.output.contains("没有符合条件的议题"), "\(outcome)")
  }

  @Test func aRunWithoutWorkspaceLeavesNothing() throws {
    for arguments in [["run", "意见.csv"], ["run", "意见.csv", "--profile", "nosuch"], ["run", "没有.csv"]] {
      _ = try minyi.run(arguments)
      let left = try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath)
      #expect(left.isEmpty, "\(arguments): \(left)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: minyi.home.path).sorted()
    #expect(files == ["tmp", "意见.csv"])
  }
}
