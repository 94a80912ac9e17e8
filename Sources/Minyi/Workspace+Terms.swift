import MinyiIndex
import MinyiModel
import MinyiText

extension Workspace {
  /// The terms of the opinions by TF-IDF, whole or split into groups, see `KeyTermRanking`.
  ///
  /// An occurrence in a title counts once, and single characters are left out. Terms of more than half of the texts are left out, as in mining. Groups by theme
  /// and concern are those of the last run; without one a `StoreError` is thrown.
  public func terms(_ options: TermsOptions = TermsOptions(), progress: ProgressHandler? = nil) throws
    -> TermsDocument
  {
    let collection = try TextCollection(store: store)
    let groups = try options.grouping.map {
      try TextGroups(collection, by: $0, options.period, in: store)
    }
    let (vocabulary, vectors) = try termVectors(of: collection, options, progress)
    let ranking = KeyTermRanking(vectors, vocabulary: vocabulary)
    let shown = { (terms: [KeyTerm]) in terms.map { TermsDocument.Term($0, vocabulary) } }
    var document = TermsDocument(
      by: options.grouping?.rawValue, texts: collection.documentCount, posts: collection.opinionCount,
      ungrouped: groups?.ungrouped ?? 0, groups: [])
    if let groups {
      document.groups = groups.groups.map { group in
        TermsDocument.Group(
          name: group.name, id: group.id, texts: group.documents.count, posts: group.posts,
          terms: shown(ranking.terms(of: group.documents, top: options.top)))
      }
    } else {
      document.groups = [
        TermsDocument.Group(
          texts: document.texts, posts: document.posts, terms: shown(ranking.terms(top: options.top)))
      ]
    }
    return document
  }

  private func termVectors(
    of collection: TextCollection, _ options: TermsOptions, _ progress: ProgressHandler?
  ) throws -> (vocabulary: Vocabulary, vectors: DocumentVectors) {
    let analyzers = try AnalyzerPool(dictionaries: dictionaries)
    let extractor = TermExtractor(rules: dictionaries.termRules)
    var indexOptions = IndexOptions().fitted(to: collection.documentCount)
    indexOptions.titleWeight = 1
    indexOptions.minimumDocumentFrequency = options.minimumTexts
    let done = Counter()
    let built = try TermIndexBuilder(options: indexOptions, threads: threads).build(
      documentCount: collection.documentCount
    ) { range, counter in
      try analyzers.withAnalyzer { analyzer in
        for opinion in try collection.texts(of: range) {
          for (text, isTitle) in [(opinion.title, true), (opinion.body, false)] {
            try analyzer.forEachTerm(of: text, by: extractor) {
              counter.add($0[$1], inTitle: isTitle)
            } then: { _ in
            }
          }
          counter.endDocument()
        }
      }
      progress?(Progress(step: .index, completed: done.add(range.count), total: collection.documentCount))
    }
    return (built.vocabulary, DocumentVectors(matrix: built.matrix, vocabulary: built.vocabulary))
  }
}
