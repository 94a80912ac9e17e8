import Foundation
import Minyi
import TestSupport
import Testing

/// The themes and concerns of a workspace compared with gold labels.
struct EvaluationTests {
  private static let corpusGold = ProjectFiles.path("Corpus/gold.jsonl")

  private func evaluation(_ run: SampleRun, _ gold: GoldFile, resamples: Int = 0) throws -> EvaluationDocument
  {
    try run.workspace.evaluation(against: gold, resamples: resamples, in: run.folder.path)
  }

  @Test func theCorpusIsComparedWithBothOfItsColumns() throws {
    let run = try SampleRun()
    let document = try evaluation(run, GoldFile(path: EvaluationTests.corpusGold))
    #expect(document.gold == "gold.jsonl" && document.groupings.map(\.kind) == [.theme, .concern])
    #expect(document.groupings.map(\.source.classColumn) == ["theme", "concern"])
    let concerns = try #require(document.groupings.last)
    #expect(concerns.evaluated == document.opinions && concerns.withoutClass == 0)
    #expect(concerns.source.unlabelled == 12 && concerns.source.unmatched == 0)
    #expect(concerns.agreement.nmi > 0.85 && concerns.agreement.nmi < 1)
    #expect(concerns.unassigned == run.outcome.results.assignments.count { $0.concern == nil })
    #expect(concerns.labels.distinctShare == 1 && concerns.labels.count == concerns.groups)
    // The F1 of every class as it is found by comparing sets.
    var groups: [ConcernID: Set<String>] = [:]
    for assignment in try run.workspace.assignments() {
      if let concern = assignment.concern { groups[concern, default: []].insert(assignment.key) }
    }
    let gold = try GoldConcerns()
    #expect(concerns.classes.count == gold.members.count)
    for entry in concerns.classes {
      #expect(entry.opinions == gold.members[entry.name]?.count)
      #expect(abs((entry.best?.f1 ?? 0) - gold.bestF1(entry.name, among: groups.values)) < 1e-6, "\(entry)")
    }
    #expect(zip(concerns.classes, concerns.classes.dropFirst()).allSatisfy { $0.opinions >= $1.opinions })
  }

  @Test func aRunAgreesWithItself() throws {
    let run = try SampleRun()
    let lines = try run.workspace.assignments().map { assignment in
      "\(assignment.key),\(assignment.concern.map { "c\($0.rawValue)" } ?? ""),t\(assignment.theme?.rawValue ?? 0)"
    }
    let path = try run.folder.file("g.csv", (["id,concern,theme"] + lines).joined(separator: "\n"))
    for grouping in try evaluation(run, GoldFile(path: path)).groupings {
      let agreement = grouping.agreement
      #expect(
        [
          agreement.nmi, agreement.homogeneity, agreement.completeness, agreement.vMeasure, agreement.ari,
          agreement.accuracy, agreement.purity, agreement.bestF1, agreement.closedBestF1,
        ].allSatisfy { $0 == 1 }, "\(agreement)")
      #expect(grouping.source.classes == grouping.groups && grouping.unassigned == 0)
    }
  }

  /// Labels of some opinions only: what has none is left out, or taken to be outside.
  @Test func opinionsWithoutAClassAreLeftOutAndCounted() throws {
    let run = try SampleRun()
    let gold = try GoldConcerns()
    let name = "market-road-no-lights"
    let members = try #require(gold.members[name])
    // A concern of the run with opinions of another class.
    let text = "id,label\n" + members.sorted().map { "\($0),\(name)\n" }.joined() + "nobody,x\n"
    let path = try run.folder.file("g.csv", text)
    let concerns = try #require(evaluation(run, GoldFile(path: path)).groupings.last)
    #expect(concerns.evaluated == members.count && concerns.source.unmatched == 1)
    #expect(concerns.withoutClass == (try run.workspace.opinionCount()) - members.count)
    let entry = try #require(concerns.classes.first)
    let best = try #require(entry.best)
    let closed = try #require(entry.closed)
    #expect(best.size == best.common && closed.size >= closed.common)
    var groups: [ConcernID: Set<String>] = [:]
    for assignment in try run.workspace.assignments() {
      if let concern = assignment.concern { groups[concern, default: []].insert(assignment.key) }
    }
    #expect(abs(closed.f1 - gold.bestF1(name, among: groups.values)) < 1e-6)
    #expect(abs(best.f1 - gold.bestF1(name, among: groups.values.map { $0.intersection(members) })) < 1e-6)
  }

  @Test func coherenceCountsTheTextsThatHaveTheTerms() throws {
    let run = try SampleRun()
    let document = try evaluation(run, GoldFile(path: EvaluationTests.corpusGold))
    let dictionaries = run.workspace.dictionaries
    let extractor = TermExtractor(rules: dictionaries.termRules)
    let analyzer = try TextAnalyzer(
      cleaner: Cleaner(), segmenter: Segmenter(dictionary: dictionaries.lexicon.compiled()),
      pieceSegmenter: Segmenter())
    var texts: [Int: Set<String>] = [:]
    let documentOf = Dictionary(
      uniqueKeysWithValues: run.outcome.results.assignments.map { ($0.opinion, $0.document) })
    let ids = Dictionary(uniqueKeysWithValues: try run.workspace.store.keys().map { ($1, $0) })
    try run.workspace.forEachOpinion { opinion in
      guard let id = ids[opinion.key], let document = documentOf[id] else { return }
      for part in [opinion.title, opinion.body] {
        try analyzer.forEachTerm(of: part, by: extractor) { units, range in
          texts[document, default: []].insert(String(decoding: units[range], as: UTF16.self))
        } then: { _ in
        }
      }
    }
    func npmi(_ a: String, _ b: String) -> Double {
      let n = Double(run.outcome.results.record.documentCount)
      let both = Double(texts.values.count { $0.contains(a) && $0.contains(b) }) / n
      if both == 0 { return -1 }
      let apart =
        Double(texts.values.count { $0.contains(a) } * texts.values.count { $0.contains(b) }) / (n * n)
      return log(both / apart) / -log(both)
    }
    let means = run.outcome.results.themes.map { theme in
      let terms = theme.terms.prefix(10).map(\.term)
      let pairs = terms.indices.flatMap { i in (0..<i).map { npmi(terms[i], terms[$0]) } }
      return pairs.reduce(0, +) / Double(pairs.count)
    }
    let found = try #require(document.groupings.first?.terms.npmi)
    #expect(abs(found - means.reduce(0, +) / Double(means.count)) < 1e-6)
    #expect(document.groupings.first?.terms.groups == means.count)
  }

  @Test func rowsAndThreadsDoNotMatter() throws {
    let lines = try ImportedTexts.corpusLines()
    func document(_ lines: [String], _ threadCount: Int) throws -> EvaluationDocument {
      let folder = try TemporaryFolder()
      let run = try SampleRun(
        [folder.file("a.jsonl", lines.joined(separator: "\n"))], threadCount: threadCount)
      return try evaluation(run, GoldFile(path: EvaluationTests.corpusGold), resamples: 2)
    }
    var random = SplitMix64(seed: 91)
    let expected = try document(lines, 2)
    #expect(try document(lines.shuffled(using: &random), 5) == expected)
    for grouping in expected.groupings {
      let stability = try #require(grouping.stability)
      #expect(stability.resamples == 2 && stability.low == stability.high && stability.ari == stability.low)
      #expect(stability.ari > 0 && stability.ari < 1)
    }
  }

  @Test func samplesLeaveNothingBehind() throws {
    let run = try SampleRun()
    let before = try run.export()
    let folder = try TemporaryFolder()
    _ = try run.workspace.evaluation(
      against: GoldFile(path: EvaluationTests.corpusGold), resamples: 3, in: folder.path)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.isEmpty, "left behind: \(left)")
    #expect(try run.export() == before)
  }

  /// From one opinion up, whatever can be mined can be evaluated.
  @Test(arguments: 1...4) func fewOpinions(_ count: Int) throws {
    let lines = (1...count).map { #"{"id":"\#($0)","body":"幸福路路灯坏了\#($0 % 2 == 0 ? "" : "没有人修")"}"# }
    let folder = try TemporaryFolder()
    let run = try SampleRun([folder.file("a.jsonl", lines.joined(separator: "\n"))])
    let gold = try folder.file("g.csv", "id,label\n" + (1...count).map { "\($0),a\n" }.joined())
    let document = try evaluation(run, GoldFile(path: gold), resamples: 2)
    #expect(document.groupings.allSatisfy { $0.evaluated == count && $0.agreement.homogeneity == 1 })
  }

  @Test func badGoldIsTold() throws {
    let run = try SampleRun()
    let twice = try GoldFile(
      path: run.folder.file("g.csv", "id,类别\nQH24010001,a\nQH24010001,a\nQH24010001,b\n,c\nQH24010002,d\n"))
    #expect(twice.themes.rowCount == 5 && twice.themes.malformedCount == 2)
    #expect(twice.themes.notes.first?.contains("g.csv:4") == true, "\(twice.themes.notes)")
    #expect(twice.themes.classOf == ["QH24010001": "a", "QH24010002": "d"])
    let strange = try GoldFile(path: run.folder.file("h.csv", "id,类别\nX9,a\nX8,b\n"))
    do {
      _ = try evaluation(run, strange)
      Issue.record("compared")
    } catch let error as MinyiError {
      #expect(error.exitCode == 65)
      for culprit in ["h.csv", "X8、X9", "QH24010001", "--id-column"] {
        #expect(error.description.contains(culprit))
      }
    }
    let unmined = try ImportedTexts([#"{"id":"1","body":"停水三天"}"#])
    #expect(throws: StoreError.self) {
      try unmined.workspace.evaluation(against: strange, in: unmined.folder.path)
    }
  }
}
