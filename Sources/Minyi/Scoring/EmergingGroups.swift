import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics

/// Groups new texts among themselves, as mining would: by their own vocabulary, since what is new has new words.
struct EmergingGroups {
  let analyzers: AnalyzerPool
  let rules: TermRules
  let threads: ParallelChunks

  /// Opinions of a group at least.
  private static let fewestOpinions = 3
  private static let exampleCount = 3
  private static let termCount = 8

  func document(of emerging: EmergingTexts) throws -> EmergingDocument {
    let texts = emerging.texts
    var document = EmergingDocument(opinions: emerging.seenCount, texts: texts.count, groups: [])
    guard texts.count > 1 else { return document }
    let options = IndexOptions().fitted(to: texts.count)
    let extractor = TermExtractor(rules: rules)
    let built = try TermIndexBuilder(options: options, threads: threads).build(
      documentCount: texts.count
    ) { range, counter in
      try analyzers.withAnalyzer { analyzer in
        for text in texts[range] {
          for (part, isTitle) in [(text.title, true), (text.body, false)] {
            try analyzer.forEachTerm(of: part, by: extractor) {
              counter.add($0[$1], inTitle: isTitle)
            } then: { _ in
            }
          }
          counter.endDocument()
        }
      }
    }
    let vectors = DocumentVectors(matrix: built.matrix, vocabulary: built.vocabulary)
    var finder = ConcernFinder(threads: threads)
    finder.minimumPosts = EmergingGroups.fewestOpinions
    let concerns = finder.concerns(of: vectors, postCounts: texts.map(\.count))
    document.groups = concerns.map { group(of: $0, texts, built.vocabulary) }
    return document
  }

  private func group(of concern: Concern, _ texts: [EmergingTexts.Text], _ vocabulary: Vocabulary)
    -> EmergingDocument.Group
  {
    let typical = concern.members.indices.sorted {
      (concern.similarities[$1], concern.members[$0]) < (concern.similarities[$0], concern.members[$1])
    }
    return EmergingDocument.Group(
      opinions: concern.members.reduce(0) { $0 + texts[$1.index].count }, texts: concern.members.count,
      terms: concern.keyTerms(EmergingGroups.termCount, in: vocabulary).map { vocabulary[$0.term] },
      examples: typical.prefix(EmergingGroups.exampleCount).map {
        let text = texts[concern.members[$0].index]
        return EmergingDocument.Example(line: text.line, id: text.id, title: text.title, body: text.body)
      })
  }
}

extension Scorer {
  /// The groups of the new opinions in `emerging`: three and more that resemble each other. O(texts · log texts) about.
  public func emergingGroups(_ emerging: EmergingTexts) throws -> EmergingDocument {
    try EmergingGroups(analyzers: analyzers, rules: dictionaries.termRules, threads: threads)
      .document(of: emerging)
  }
}
