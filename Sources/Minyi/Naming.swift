import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText
import MinyiTopics

/// Gives concerns and themes their names, key terms and quotes.
struct Naming {
  let collection: TextCollection
  let analyzers: AnalyzerPool
  let rules: TermRules
  let vocabulary: Vocabulary
  let vectors: DocumentVectors
  let threads: ParallelChunks
  let progress: ProgressHandler?

  /// Key terms kept with a concern.
  static let termCount = 5

  func records(of themes: [Theme]) throws -> [ThemeRecord] {
    let names = try analyzers.withAnalyzer { analyzer in
      ThemeNamer(vocabulary: vocabulary).names(for: themes, matrix: vectors.matrix) { text in
        (try? analyzer.withTokens(of: text) { _, tokens in tokens.count == 1 }) ?? false
      }
    }
    return zip(themes, names).map { theme, name in
      ThemeRecord(id: theme.id, label: name.label, terms: weighted(name.terms))
    }
  }

  func records(of concerns: [Concern], themes: [Theme]) throws -> [ConcernRecord] {
    let labeler = Labeler(
      rules: rules, vocabulary: vocabulary, vectors: vectors, boundaries: try boundaries())
    let picker = QuotePicker(vocabulary: vocabulary, vectors: vectors)
    let done = Counter()
    let found = try threads.map(count: concerns.count, chunkSize: 16) { range in
      try analyzers.withAnalyzer { analyzer in
        // The texts of all concerns of the chunk are read at once, for labels and quotes.
        let quoted = range.map { picker.documents(for: concerns[$0]) }
        let members = range.flatMap { labeler.documents(for: concerns[$0]) } + quoted.joined()
        let texts = try collection.segmented(Set(members).sorted(), analyzer)
        let read = try zip(range, quoted).map { i, quoted in
          let candidates = try labeler.candidates(
            for: concerns[i], title: texts.title(of:), body: texts.beginning(of:))
          let quotes = try picker.quotes(for: concerns[i], from: quoted, text: texts.text(of:)).map {
            try record(of: $0, texts.text(of:))
          }
          return (
            candidates: candidates, quotes: quotes,
            terms: weighted(concerns[i].keyTerms(Naming.termCount, in: vocabulary))
          )
        }
        progress?(Progress(step: .name, completed: done.add(range.count), total: concerns.count))
        return read
      }
    }.flatMap { $0 }
    let labels = labeler.labels(for: concerns, candidates: found.map(\.candidates))
    let themeOf = mainThemes(of: concerns, themes)
    return concerns.indices.map { i in
      ConcernRecord(
        id: concerns[i].id, label: labels[i], theme: themeOf[i],
        terms: found[i].terms, quotes: found[i].quotes)
    }
  }

  /// Where phrases begin and end in texts evenly spread over the collection: documents are in the order of their hashes.
  private func boundaries() throws -> BoundaryModel {
    let count = min(collection.documentCount, Labeler.sampleCount)
    let parts = try threads.map(count: count, chunkSize: 1024) { range in
      var boundaries = BoundaryModel()
      try analyzers.withAnalyzer { analyzer in
        for text in try collection.texts(of: range.map { $0 * collection.documentCount / count }) {
          boundaries.add(try analyzer.segmented(text.title), rules: rules)
          boundaries.add(try analyzer.segmented(text.body, limit: Labeler.bodyLength), rules: rules)
        }
      }
      return boundaries
    }
    var boundaries = BoundaryModel()
    for part in parts { boundaries.add(part) }
    return boundaries
  }

  /// The theme that most of a concern's members have; of equals the smaller.
  private func mainThemes(of concerns: [Concern], _ themes: [Theme]) -> [ThemeID?] {
    var themeOf = [ThemeID?](repeating: nil, count: vectors.matrix.documentCount)
    for theme in themes { for member in theme.members { themeOf[member.index] = theme.id } }
    return concerns.map { concern in
      var counts: [ThemeID: Int] = [:]
      for case let theme? in concern.members.map({ themeOf[$0.index] }) { counts[theme, default: 0] += 1 }
      return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  private func record(of quote: Quote, _ text: (DocumentID) throws -> DocumentText) throws -> QuoteRecord {
    let document = try text(quote.document)
    let part = quote.isInTitle ? document.title : document.body
    return QuoteRecord(
      part, quote.range, field: quote.isInTitle ? .title : .body,
      of: collection.opinions[quote.document.index][0])
  }

  private func weighted(_ terms: [(term: TermID, weight: Double)]) -> [WeightedTerm] {
    // Four digits are enough for a reader, and hide the last bits of a sum.
    terms.map { WeightedTerm(term: vocabulary[$0.term], weight: ($0.weight * 10_000).rounded() / 10_000) }
  }
}
