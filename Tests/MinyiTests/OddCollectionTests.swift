import Minyi
import TestSupport
import Testing

/// Collections that are small or strange must still come out as a result that makes sense.
struct OddCollectionTests {
  private func run(_ bodies: [String]) throws -> SampleRun {
    let folder = try TemporaryFolder()
    let rows = bodies.enumerated().map { "\($0 + 1),\"\($1)\"" }
    return try SampleRun([folder.file("a.csv", "编号,内容\n" + rows.joined(separator: "\n"))])
  }

  @Test func oneOpinionIsInNoConcern() throws {
    let run = try run(["路灯不亮"])
    #expect(run.outcome.results.concerns.isEmpty)
    #expect(run.outcome.agenda.topics.isEmpty)
  }

  @Test func noOpinionIsToldAsSuch() throws {
    #expect { try run([]) } throws: { MinyiError($0).exitCode == 65 }
    #expect { try run(["", "  "]) } throws: { MinyiError($0).exitCode == 65 }
  }

  @Test(arguments: [2, 3]) func aFewDifferentOpinionsWork(_ count: Int) throws {
    let run = try run(Array(["路灯不亮了", "食堂饭菜变质", "医保报销太慢"].prefix(count)))
    #expect(run.outcome.results.assignments.count == count && run.outcome.results.concerns.isEmpty)
    #expect(run.outcome.results.assignments.allSatisfy { $0.theme != nil })
  }

  @Test func oneWordEachWorks() throws {
    let run = try run(["路灯", "路灯", "噪音", "噪音", "噪音", "食堂", "a", "1", "好"])
    let concerns = run.outcome.results.concerns
    #expect(run.outcome.results.assignments.count == run.outcome.imports.first?.record.imported)
    #expect(concerns.count >= 2 && Set(concerns.map(\.label)).count == concerns.count)
    #expect(concerns.allSatisfy { !$0.label.isEmpty })
  }

  @Test func onlyEnglishWorks() throws {
    let run = try run([
      "The street lights on River Road are broken again", "Street lights broken on River Road for months",
      "River Road street lights still broken", "Please fix the playground swings", "My bill was wrong",
    ])
    #expect(run.outcome.results.concerns.count == 1)
    #expect(run.outcome.results.assignments.count { $0.concern != nil } == 3)
  }

  @Test(arguments: [2, 3, 50]) func identicalTextsAreOneConcern(_ count: Int) throws {
    let run = try run(Array(repeating: "滨河路的路灯坏了三个月没人修", count: count))
    #expect(run.outcome.results.record.documentCount == 1)
    #expect(run.outcome.results.assignments.count == count)
    let concern = try #require(run.outcome.results.concerns.first)
    #expect(run.outcome.results.assignments.allSatisfy { $0.concern == concern.id })
    #expect(concern.label.contains("路灯"), "\(concern)")
  }

  @Test func sixComplaintsAboutOneThingAreOneConcern() throws {
    let run = try run([
      "滨河路的路灯坏了三个月没人修", "滨河路路灯坏了，三个月了没人修", "滨河路的路灯坏了快三个月没人来修",
      "滨河路路灯坏了三个月也没人修", "滨河路的路灯坏了三个月没有人修", "滨河路的路灯坏了，三个月没人修理",
    ])
    #expect(run.outcome.results.concerns.count == 1)
    #expect(run.outcome.results.assignments.allSatisfy { $0.concern != nil })
  }

  @Test func differentTextsAreInNoConcern() throws {
    let run = try run(["路灯不亮", "食堂饭菜变质", "医保报销太慢", "野猪毁了庄稼"])
    #expect(run.outcome.results.concerns.isEmpty)
    #expect(run.outcome.results.assignments.allSatisfy { $0.concern == nil })
  }

  @Test func emojiAndEnglishAloneWork() throws {
    let run = try run(["😡😡😡路", "street lights broken again", "the street lights are broken", "🙏"])
    #expect(run.outcome.imports.first?.record.rows == 4)
    #expect(run.outcome.results.assignments.count == run.outcome.imports.first?.record.imported)
  }

  @Test func aVeryLongTextWorks() throws {
    let long = String(repeating: "滨河路路灯坏了没有人来修，", count: 8000)
    let run = try run([long, "滨河路路灯坏了", "滨河路路灯没有人修"])
    #expect(run.outcome.results.assignments.count == 3)
  }

  @Test func withoutDictionariesItStillRuns() throws {
    let run = try SampleRun(dictionaries: Dictionaries.empty)
    #expect(run.outcome.agenda.topics.count > 10)
    #expect(run.outcome.agenda.profile == "balanced")
  }
}
