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

  @Test(arguments: [2, 3, 50]) func identicalTextsAreOneConcern(_ count: Int) throws {
    let run = try run(Array(repeating: "滨河路的路灯坏了三个月没人修", count: count))
    #expect(run.outcome.results.record.documentCount == 1)
    #expect(run.outcome.results.assignments.count == count)
    #expect(Set(run.outcome.results.assignments.map(\.concern)).count == 1)
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
