public import MinyiIndex
import MinyiModel
public import MinyiText

/// Names concerns with phrases out of their own texts, no two alike.
public struct Labeler: Sendable {
  /// Members whose texts are read for one label, nearest to the centroid first.
  public var readDocuments = 40
  /// Characters of a concern's label.
  public var concernLengths = 4...16

  /// A best phrase of more characters says enough by itself; a shorter one is a name that lacks its matter.
  public var longestName = 6
  /// Score that a phrase for the rest must have. 0...1.
  public var leastMatter = 0.1

  private let rules: TermRules
  private let vocabulary: Vocabulary
  private let inverseDocumentFrequencies: [Float]

  public init(rules: TermRules, vocabulary: Vocabulary, vectors: DocumentVectors) {
    self.rules = rules
    self.vocabulary = vocabulary
    inverseDocumentFrequencies = vectors.inverseDocumentFrequencies
  }

  /// Label candidates for `concern`, best first.
  ///
  /// The first is the best phrase of titles (of bodies' beginnings where titles say nothing); where that is a short name
  /// (丽发新城), the best phrase for what it leaves out follows it (丽发新城：搅拌站). Both parts are verbatim.
  public func candidates(
    for concern: Concern, text: (DocumentID) throws -> DocumentText
  ) rethrows -> [Phrase] {
    let documents = try concern.nearest(readDocuments).map { try text(concern.members[$0]) }
    var sources = documents.map { $0.title.tokens.isEmpty ? $0.body.beginning(ofUnits: 60) : $0.title }
    var phrases = ranked(concern.terms, of: concern, concernLengths, leastCoverage: 2, in: sources)
    if phrases.isEmpty {
      // Titles such as 投诉 or 公交问题 hold no phrase that is long enough.
      sources = documents.map { $0.body.beginning(ofUnits: 60) }
      phrases = ranked(concern.terms, of: concern, concernLengths, leastCoverage: 2, in: sources)
    }
    guard let name = phrases.first, name.text.count <= longestName,
      name.text.count + 3 <= concernLengths.upperBound
    else { return phrases }
    let rest = concern.terms.filter { !name.text.lowercased().contains(vocabulary[$0.term]) }
    let room = concernLengths.upperBound - name.text.count - 1
    let matter = ranked(rest, of: concern, 2...min(8, room), leastCoverage: 0, in: sources).first {
      phrase in
      phrase.score >= leastMatter && !name.text.contains(phrase.text) && !phrase.text.contains(name.text)
    }
    guard let matter else { return phrases }
    return [Phrase(text: "\(name.text)：\(matter.text)", score: name.score)] + phrases
  }

  /// The phrases of `sources` by their score for `terms` times `leastCoverage` + the root of the share of texts that
  /// have them.
  private func ranked(
    _ terms: [(term: TermID, weight: Double)], of concern: Concern, _ lengths: ClosedRange<Int>,
    leastCoverage: Double, in sources: [SegmentedText]
  ) -> [Phrase] {
    let scorer = PhraseScorer(
      lengths: lengths, rules: rules, vocabulary: vocabulary,
      inverseDocumentFrequencies: inverseDocumentFrequencies, terms: terms, concernTerms: concern.terms)
    var found: [String: (score: Double, count: Int)] = [:]
    for source in sources {
      for phrase in Set(scorer.phrases(of: source)) {
        let known = found[phrase.text] ?? (phrase.score, 0)
        found[phrase.text] = (max(known.score, phrase.score), known.count + 1)
      }
    }
    return found.map { text, value in
      let coverage = Double(value.count) / Double(sources.count)
      return Phrase(text: text, score: value.score * (leastCoverage + coverage.squareRoot()))
    }.sorted { a, b in
      a.score != b.score ? a.score > b.score : (a.text.count, a.text) < (b.text.count, b.text)
    }
  }

  /// One label for each concern in order: its best candidate that no earlier concern took.
  ///
  /// A concern without candidates is named by its heaviest terms.
  public func labels(for concerns: [Concern], candidates: [[Phrase]]) -> [String] {
    var taken: Set<String> = []
    return zip(concerns, candidates).map { concern, candidates in
      var label = candidates.first { !taken.contains($0.text) }?.text ?? termLabel(concern)
      if taken.contains(label) { label += "（\(concern.id.rawValue)）" }
      taken.insert(label)
      return label
    }
  }

  private func termLabel(_ concern: Concern) -> String {
    let words = concern.terms.lazy.map { vocabulary[$0.term] }.filter { $0.count > 1 }
    let terms = Array(words.prefix(2))
    return terms.isEmpty ? "诉求" : terms.joined(separator: "·")
  }
}

extension SegmentedText {
  /// The tokens that begin in the first `count` units.
  func beginning(ofUnits count: Int) -> SegmentedText {
    SegmentedText(source: source, clean: clean, tokens: Array(tokens.prefix { $0.start < Int32(count) }))
  }
}
