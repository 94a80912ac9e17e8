import Minyi
import TestSupport
import Testing

/// What the index finds is what is in the texts.
struct SearchRecallTests {
  /// Every query is looked for in every text by plain comparison, with punctuation as one gap.
  private static func oracle(_ texts: [(key: String, text: String)], _ query: String) -> [String] {
    func gapped(_ text: String) -> String {
      var result = ""
      for character in text where character.isLetter || character.isNumber || !result.hasSuffix("|") {
        result.append(character.isLetter || character.isNumber ? character : "|")
      }
      return result
    }
    var wanted = gapped(query)
    while wanted.hasPrefix("|") { wanted.removeFirst() }
    while wanted.hasSuffix("|") { wanted.removeLast() }
    return texts.filter { gapped($0.text).contains(wanted) }.map(\.key).sorted()
  }

  private static func found(_ workspace: Workspace, _ query: String) throws -> [String] {
    var options = SearchOptions()
    options.top = 10_000
    options.rankedMatches = nil
    return try workspace.search(SearchQuery(query), options).results.map(\.opinion).sorted()
  }

  /// Few characters, so that everything occurs everywhere: pairs within and across runs, single characters, ends.
  @Test func everyPartOfATextIsFoundAndNothingElse() throws {
    var random = SplitMix64(seed: 9)
    let alphabet = Array("路灯不亮水a5，。 ")
    var texts: [(key: String, text: String)] = []
    for i in 0..<150 {
      // Letters at both ends: white space there is cut off.
      let inner = (0..<random.next(below: 14)).map { _ in alphabet[random.next(below: alphabet.count)] }
      texts.append(("k\(i)", "灯" + String(inner) + "路"))
    }
    try ImportedTexts.read(texts.map { #"{"id":"\#($0.key)","body":"\#($0.text)"}"# }) { workspace in
      for _ in 0..<400 {
        let text = Array(texts[random.next(below: texts.count)].text)
        let start = random.next(below: text.count)
        let query = String(text[start..<min(text.count, start + 1 + random.next(below: 5))])
        guard query.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        let found = try SearchRecallTests.found(workspace, "\"\(query)\"")
        #expect(found == SearchRecallTests.oracle(texts, query), "“\(query)”")
      }
    }
  }

  /// Pieces of the sample corpus, wherever a dictionary would cut: as many results as texts that hold them.
  @Test func partsOfRealSentencesAreAllFound() throws {
    var records: [(key: String, text: String)] = []
    try OpinionFile.open(ProjectFiles.path("Corpus/qinghe.csv")).forEachRow { row, _ in
      guard case .opinion(let record) = row, let key = record[.id] else { return }
      // A run of its own for each field.
      let fields = [record[.title] ?? "", record[.body] ?? ""].map { Cleaner().clean($0).string }
      records.append((key, fields.joined(separator: "|")))
    }
    let corpus = records
    try #require(corpus.count > 500)
    try ImportedTexts.read(try ImportedTexts.corpusLines()) { workspace in
      // Without the answers that say nothing.
      let kept = Set(try workspace.store.keys().values)
      let corpus = corpus.filter { kept.contains($0.key) }
      var random = SplitMix64(seed: 5)
      var checked = 0
      while checked < 150 {
        let text = Array(corpus[random.next(below: corpus.count)].text)
        guard text.count > 8 else { continue }
        let start = random.next(below: text.count - 6)
        let query = String(text[start..<(start + 2 + random.next(below: 4))])
        guard query.allSatisfy({ $0.isLetter || $0.isNumber }) else { continue }
        let wanted = corpus.filter { $0.text.contains(query) }.map(\.key).sorted()
        let found = try SearchRecallTests.found(workspace, query)
        #expect(Set(wanted).isSubset(of: found), "“\(query)”: \(Set(wanted).subtracting(found))")
        checked += 1
      }
    }
  }

  @Test(arguments: [
    "路灯不亮", "路燈不亮", "「路灯不亮」", "ＷＩＦＩ", "wifi", "Wi", "５Ｇ基站", "5g", "灯", "㎡", "灯不", "亮，请", "Fi",
  ])
  func widthScriptAndCaseDoNotMatter(_ query: String) throws {
    let lines = [
      #"{"id":"1","title":"路灯不亮，请修","body":"WiFi、5G基站、20㎡"}"#,
      #"{"id":"2","title":"垃圾","body":"没有人收"}"#,
    ]
    let found = try ImportedTexts.read(lines) { try SearchRecallTests.found($0, query) }
    #expect(found == ["1"], "\(query)")
  }
}
