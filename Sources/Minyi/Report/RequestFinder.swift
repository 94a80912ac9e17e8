import MinyiAgenda
import MinyiModel
import MinyiReport
import MinyiText

/// Finds the sentences in which residents ask for something.
struct RequestFinder {
  let analyzers: AnalyzerPool

  /// Texts looked at for the requests of a topic.
  private static let candidateCount = 10
  /// Characters of a sentence that is still a request rather than a story.
  private static let longest = 100

  /// The opinions with words of request, nearest to the concern first, one of each text.
  static func candidates(_ facts: [OpinionFacts]) -> ArraySlice<OpinionFacts> {
    var texts: Set<Int32> = []
    // In the order of documents, so that which copy comes first does not depend on the order of rows.
    return facts.filter { !$0.signals.requests.isEmpty && texts.insert($0.text).inserted }
      .sorted { ($1.similarity, $0.text) < ($0.similarity, $1.text) }.prefix(candidateCount)
  }

  /// A sentence of each candidate, verbatim, none twice.
  func requests(
    of candidates: ArraySlice<OpinionFacts>, _ opinions: [OpinionID: Opinion], limit: Int
  ) throws -> [ReportQuote] {
    var requests: [ReportQuote] = []
    var seen: Set<String> = []
    try analyzers.withAnalyzer { analyzer in
      for facts in candidates where requests.count < limit {
        guard let opinion = facts.opinion.flatMap({ opinions[$0] }) else { continue }
        let words = facts.signals.requests.map { Array($0.utf16) }
        let found = try [opinion.body, opinion.title].lazy.compactMap {
          RequestFinder.sentence(in: try analyzer.segmented($0), with: words)
        }.first
        if let found, seen.insert(found).inserted {
          requests.append(ReportQuote(text: found, opinion: opinion.key))
        }
      }
    }
    return requests
  }

  /// The last sentence of `text` with one of `words` that is not too long: people say last what they want.
  private static func sentence(in text: SegmentedText, with words: [[UInt16]]) -> String? {
    text.clean.units.withUnsafeBufferPointer { units in
      let sentences = SentenceSplitter.sentences(of: units)
      let range = sentences.last { range in
        range.count <= longest && words.contains { contains($0, in: units[range]) }
      }
      guard let range else { return nil }
      return String(decoding: text.source[text.clean.sourceRange(range)], as: UTF16.self)
    }
  }

  private static func contains(_ word: [UInt16], in units: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    guard !word.isEmpty, units.count >= word.count else { return false }
    return (units.startIndex...units.endIndex - word.count).contains {
      units[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
