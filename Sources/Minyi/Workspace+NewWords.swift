import MinyiModel
import MinyiStore
public import MinyiText

extension Workspace {
  /// Words of the opinions that no dictionary lists and nothing was decided about, the best `top` of them.
  ///
  /// See `WordFinder`. Depends on the opinions, the dictionaries, the decisions and the options only.
  public func newWords(
    _ options: WordFinderOptions = WordFinderOptions(), top: Int = 30, progress: ProgressHandler? = nil
  ) throws -> NewWordsDocument {
    let collection = try TextCollection(store: store)
    let analyzers = try AnalyzerPool(dictionaries: dictionaries)
    var finder = WordFinder(
      rules: dictionaries.termRules, lexicon: try dictionaries.lexicon.lexicon(), threads: threads)
    finder.options = options
    finder.refused = Set(try store.wordDecisions().map(\.word))
    let done = Counter()
    let found = try finder.words(copies: collection.opinions.map(\.count)) { range, part in
      try analyzers.withAnalyzer { analyzer in
        for (document, opinion) in zip(range, try collection.texts(of: range)) {
          for text in [opinion.title, opinion.body] {
            try analyzer.withTokens(of: text) { units, tokens in part(document, units, tokens) }
          }
        }
      }
      progress?(Progress(step: .index, completed: done.add(range.count), total: collection.documentCount))
    }
    let entries = try analyzers.withAnalyzer { analyzer in
      let quoter = WordQuoter(collection: collection, analyzer: analyzer)
      return try found.prefix(top).map { word in
        NewWordsDocument.Entry(word, quotes: try quotes(quoter.quotes(of: word.word, in: word.firstTexts)))
      }
    }
    return NewWordsDocument(
      texts: collection.documentCount, posts: collection.opinionCount, words: entries)
  }

  private func quotes(_ records: [QuoteRecord]) throws -> [AgendaDocument.Quote] {
    let keys = try store.opinions(records.map(\.opinion)).map(\.opinion.key)
    return zip(records, keys).map { AgendaDocument.Quote($0, opinion: $1) }
  }
}
