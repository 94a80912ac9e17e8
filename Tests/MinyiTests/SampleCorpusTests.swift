import Minyi
import TestSupport
import Testing

struct SampleCorpusTests {
  @Test func findsFourOfFiveGoldConcerns() throws {
    let run = try SampleRun()
    let gold = try GoldConcerns()
    var groups: [ConcernID: Set<String>] = [:]
    for assignment in try run.workspace.assignments() {
      if let concern = assignment.concern { groups[concern, default: []].insert(assignment.key) }
    }
    let wanted = gold.members.filter { $0.value.count >= 4 }.keys.sorted()
    let missed = wanted.filter { gold.bestF1($0, among: groups.values) < 0.7 }
    #expect(wanted.count >= 45)
    #expect(Double(wanted.count - missed.count) >= 0.8 * Double(wanted.count), "missed: \(missed)")
  }

  @Test func fatesAddUpToTheRowsAndPersonalDataIsMasked() throws {
    let run = try SampleRun()
    let record = try #require(run.outcome.imports.first?.record)
    let rowCount = try ProjectFiles.text("Corpus/gold.jsonl").split(separator: "\n").count
    #expect(record.rows == rowCount)
    #expect(record.imported == (try run.workspace.opinionCount()))
    #expect(record.malformed == 0)
    #expect(record.blank >= 10)
    #expect(record.masked["mobile"] ?? 0 >= 5)
  }

  @Test func theGB18030CopyGivesTheSameResults() throws {
    let utf8 = try SampleRun()
    let gb18030 = try SampleRun([ProjectFiles.path("Corpus/qinghe.gb18030.csv")])
    #expect(gb18030.outcome.imports.first?.record.encoding == "GB18030")
    #expect(try utf8.export() == gb18030.export())
  }

  @Test func aCampaignOfCopiesByOneAuthorRanksBelowEightPeople() throws {
    let run = try SampleRun()
    let gold = try GoldConcerns()
    var counts: [ConcernID: Int] = [:]
    for assignment in try run.workspace.assignments() {
      guard let concern = assignment.concern, gold.concernOf[assignment.key] == "campaign-school-bus" else {
        continue
      }
      counts[concern, default: 0] += 1
    }
    let concern = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let topics = run.outcome.agenda.topics
    let people = topics.filter { $0.people >= 8 }
    #expect(people.count > 20)
    // One author is below the two people that the profile asks for, or far down.
    if let campaign = topics.first(where: { $0.concern == concern })?.rank {
      #expect(people.allSatisfy { $0.rank < campaign })
    }
  }

  @Test func theCopiesOfACampaignCountAsFewTexts() throws {
    let run = try SampleRun()
    let gold = try GoldConcerns()
    let copies = run.outcome.results.assignments.filter { assignment in
      run.outcome.results.concerns.contains { $0.id == assignment.concern }
    }
    let keys = try run.workspace.store.keys()
    let campaign = copies.filter { gold.concernOf[keys[$0.opinion] ?? ""] == "campaign-school-bus" }
    let people = copies.filter { gold.concernOf[keys[$0.opinion] ?? ""] == "bus-line-six-cut" }
    #expect(campaign.count == 20)
    #expect(Set(campaign.map(\.copyOf)).count <= 5)
    #expect(Set(people.map(\.copyOf)).count == people.count)
  }

  @Test func quotesAreVerbatim() throws {
    let run = try SampleRun()
    let document = try run.workspace.document(of: run.outcome.agenda, results: run.outcome.results, top: .max)
    let quotes = document.topics.flatMap(\.quotes)
    #expect(quotes.count > document.topics.count)
    for quote in quotes {
      let opinion = try run.workspace.opinion(quote.opinion).opinion
      let field = quote.field == "title" ? opinion.title : opinion.body
      let slice = String(String.UnicodeScalarView(Array(field.unicodeScalars)[quote.start..<quote.end]))
      #expect(slice == quote.text, "\(quote)")
    }
  }

  @Test func labelsAreDistinct() throws {
    let labels = try SampleRun().outcome.results.concerns.map(\.label)
    #expect(Set(labels).count == labels.count)
    #expect(
      labels.allSatisfy { (2...20).contains($0.count) }, "\(labels.filter { !(2...20).contains($0.count) })")
  }
}
