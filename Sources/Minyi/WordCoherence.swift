import MinyiEvaluation
import MinyiModel
import MinyiText

/// How often the words of labels and the key terms of groups meet in the texts of the collection itself.
struct WordCoherence {
  let collection: TextCollection
  let analyzers: AnalyzerPool
  let rules: TermRules
  let threads: ParallelChunks

  /// Key terms of a group that count.
  static let termCount = 10
  private static let chunkSize = 256

  /// The content words of each of `labels`, single characters left out.
  func words(of labels: [String]) throws -> [[String]] {
    try analyzers.withAnalyzer { analyzer in
      try labels.map { label in
        try analyzer.withTokens(of: label) { units, tokens in
          tokens.filter { $0.length > 1 && rules.isContent($0, in: units) }
            .map { String(decoding: units[$0.range], as: UTF16.self) }
        }
      }
    }
  }

  /// For each of `lists` of words the mean NPMI over its pairs, by the distinct texts that have the words; nil for fewer
  /// than two words. O(characters + pairs · texts).
  func coherence(of lists: [[String]], progress: ProgressHandler?) throws -> [Double?] {
    var numbers: [String: Int] = [:]
    var words: [(word: String, value: Int32)] = []
    let numbered = lists.map { list in
      var seen: Set<Int> = []
      return list.compactMap { word -> Int? in
        let number = numbers[word] ?? words.count
        if number == words.count {
          numbers[word] = number
          words.append((word, Int32(number)))
        }
        return seen.insert(number).inserted ? number : nil
      }
    }
    let cooccurrence = Cooccurrence(
      documents: try documents(WordTrie(words), words.count, progress),
      documentCount: collection.documentCount)
    return threads.map(count: numbered.count, chunkSize: 16) { range in
      range.map { cooccurrence.coherence(of: numbered[$0]) }
    }.flatMap { $0 }
  }

  /// By word, the documents in which it is a term, ascending.
  private func documents(_ words: WordTrie, _ count: Int, _ progress: ProgressHandler?) throws -> [[UInt32]] {
    let extractor = TermExtractor(rules: rules)
    let done = Counter()
    let found = try threads.map(count: collection.documentCount, chunkSize: WordCoherence.chunkSize) {
      range in
      let texts = try collection.texts(of: range)
      let found = try analyzers.withAnalyzer { analyzer in
        try texts.map { text in
          var present: Set<Int32> = []
          for part in [text.title, text.body] {
            try analyzer.forEachTerm(of: part, by: extractor) { units, term in
              let word = words.value(of: units[term])
              if word >= 0 { present.insert(word) }
            } then: { _ in
            }
          }
          return present.sorted()
        }
      }
      progress?(Progress(step: .index, completed: done.add(range.count), total: collection.documentCount))
      return found
    }
    var documents = [[UInt32]](repeating: [], count: count)
    for (document, present) in found.joined().enumerated() {
      for word in present { documents[Int(word)].append(UInt32(document)) }
    }
    return documents
  }
}
