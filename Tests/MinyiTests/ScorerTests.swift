import Minyi
import TestSupport
import Testing

struct ScorerTests {
  /// Scoring what a concern was made of gives that concern, by likeness alone.
  @Test func membersGoToTheirOwnConcern() throws {
    let run = try SampleRun()
    var scorer = try run.workspace.scorer()
    scorer.usesKnownTexts = false
    let concernOf = try Dictionary(
      uniqueKeysWithValues: run.workspace.assignments().map { ($0.key, $0.concern) })
    var (members, own) = (0, 0)
    try run.workspace.forEachOpinion { opinion in
      guard case let concern?? = concernOf[opinion.key] else { return }
      members += 1
      let score = try scorer.score(title: opinion.title, body: opinion.body)
      if score?.nearest?.concern == concern { own += 1 }
    }
    #expect(members > 400)
    #expect(Double(own) >= 0.97 * Double(members), "\(own) of \(members)")
  }

  /// What the miner kept as a member's likeness is what scoring finds.
  @Test func similarityMeansWhatItMeansForMembers() throws {
    let run = try SampleRun()
    let scorer = try run.workspace.scorer()
    var compared = 0
    for assignment in run.outcome.results.assignments {
      guard let concern = assignment.concern, let similarity = assignment.similarity else { continue }
      let stored = try run.workspace.store.opinions([assignment.opinion])[0].opinion
      let score = try #require(try scorer.score(title: stored.title, body: stored.body))
      #expect(score.nearest?.concern == concern && score.status == .known)
      #expect(abs((score.nearest?.similarity ?? 0) - similarity) < 0.005, "\(stored.key)")
      #expect(score.copy != nil)
      compared += 1
    }
    #expect(compared > 400)
  }

  @Test func changesByHandAreKept() throws {
    let run = try SampleRun()
    let results = run.outcome.results
    let (kept, gone) = (results.concerns[0].id, results.concerns[1].id)
    let detail = try run.workspace.concern(gone)
    try run.workspace.merge([gone], into: kept)
    try run.workspace.label(kept, "合在一起的")
    let member = try #require(detail.members.first?.opinion)
    let score = try #require(try run.workspace.scorer().score(title: member.title, body: member.body))
    #expect(score.nearest?.concern == kept && score.nearest?.label == "合在一起的")
    // Off the agenda it is known still, and gives no priority.
    try run.workspace.hide(kept)
    let hidden = try #require(try run.workspace.scorer().score(title: member.title, body: member.body))
    #expect(hidden.nearest?.concern == kept && hidden.status == .known && hidden.priority.concern == 0)
    #expect(score.priority.concern > 0)
  }

  @Test func themesAreThoseOfTheRun() throws {
    let run = try SampleRun()
    let scorer = try run.workspace.scorer()
    var (count, same) = (0, 0)
    for assignment in run.outcome.results.assignments {
      guard let theme = assignment.theme else { continue }
      let stored = try run.workspace.store.opinions([assignment.opinion])[0].opinion
      let found = try scorer.score(title: stored.title, body: stored.body)?.theme
      count += 1
      if found?.theme == theme { same += 1 }
      #expect(found.map { $0.probability > 0 && $0.probability <= 1 } == true)
    }
    #expect(Double(same) >= 0.9 * Double(count), "\(same) of \(count)")
  }

  /// A text that comes again gets the score that it had, and that another scorer gives it; where the title ends counts.
  @Test func aTextThatComesAgainIsScoredAlike() throws {
    let run = try SampleRun()
    let (scorer, fresh) = (try run.workspace.scorer(), try run.workspace.scorer())
    var rows: [RowOutcome] = []
    try run.workspace.forEachOpinion { opinion in
      if rows.count < 200 { rows.append(.opinion(OpinionRecord(title: opinion.title, body: opinion.body))) }
    }
    let first = try scorer.scores(of: rows)
    #expect("\(try scorer.scores(of: rows.reversed()))" == "\(try fresh.scores(of: rows.reversed()))")
    #expect("\(try scorer.scores(of: rows))" == "\(first)")
    let (early, late) = ("路灯\n不亮", "路灯")
    let one = try scorer.score(title: early, body: "小区电梯停运")
    let other = try scorer.score(title: late, body: "不亮\n小区电梯停运")
    #expect(try fresh.score(title: late, body: "不亮\n小区电梯停运") == other)
    #expect(try fresh.score(title: early, body: "小区电梯停运") == one)
    #expect(one?.nearest?.similarity != other?.nearest?.similarity)
  }

  @Test func strangersAreNew() throws {
    let run = try SampleRun()
    let scorer = try run.workspace.scorer()
    let strangers = ["Quantum decoherence", "拜占庭 奥斯曼 哈布斯堡", "今晚巴西对阿根廷的比赛谁赢"]
    for text in strangers {
      let score = try #require(try scorer.score(body: text))
      #expect(score.status == .new && score.copy == nil, "\(score)")
    }
    #expect(try scorer.score(body: "无") == nil)
    #expect(try scorer.score(body: "") == nil)
  }

  @Test func theSampleOfEmergingTextsDoesNotDependOnTheirOrder() throws {
    let run = try SampleRun()
    let scorer = try run.workspace.scorer()
    let bodies = (0..<60).map {
      "ufo\($0 % 40)x \(["landed", "hovered", "vanished"][$0 % 3]) pyramid signal\($0 % 40)x"
    }
    func sample(_ bodies: [String]) throws -> EmergingDocument {
      let emerging = EmergingTexts(limit: 10)
      let rows = bodies.map { RowOutcome.opinion(OpinionRecord(title: "", body: $0)) }
      _ = try scorer.scores(of: rows, emerging: emerging)
      return try scorer.emergingGroups(emerging)
    }
    let forwards = try sample(bodies)
    #expect(forwards.opinions == 60 && forwards.texts == 10)
    #expect(try sample(bodies.reversed()) == forwards)
  }
}
