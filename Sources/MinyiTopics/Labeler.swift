public import MinyiIndex
import MinyiModel
public import MinyiText

/// Names concerns with phrases out of their own texts, no two alike.
public struct Labeler: Sendable {
  /// Members whose texts are read for one label, nearest to the centroid first.
  public var readDocuments = 20
  /// Characters of a concern's label.
  public var concernLengths = 4...16

  /// A best phrase of more characters says enough by itself; a shorter one is a name that lacks its matter.
  public var longestName = 6
  /// Score that a phrase for the rest must have. 0...1.
  public var leastMatter = 0.1
  /// Candidates kept for one concern: others may take the first ones.
  public var candidateCount = 20

  private let rules: TermRules
  private let vocabulary: Vocabulary
  private let inverseDocumentFrequencies: [Float]

  public init(rules: TermRules, vocabulary: Vocabulary, vectors: DocumentVectors) {
    self.rules = rules
    self.vocabulary = vocabulary
    inverseDocumentFrequencies = vectors.inverseDocumentFrequencies
  }

  /// The texts that are read for the label of `concern`, nearest to its centroid first.
  public func documents(for concern: Concern) -> [DocumentID] {
    concern.nearest(readDocuments).map { concern.members[$0] }
  }

  /// Label candidates for `concern`, best first.
  ///
  /// The first is the best phrase of titles (of bodies' beginnings where titles say nothing); where that is a short name
  /// (丽发新城), the best phrase for what it leaves out follows it (丽发新城：搅拌站). Both parts are verbatim.
  public func candidates(
    for concern: Concern, text: (DocumentID) throws -> DocumentText
  ) rethrows -> [Phrase] {
    let documents = try documents(for: concern).map { try text($0) }
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
    let lowerCase = Array(name.text.lowercased().utf16)
    let rest = concern.terms.filter { !vocabulary.isTerm($0.term, in: lowerCase) }
    let room = concernLengths.upperBound - name.text.count - 1
    let matter = ranked(rest, of: concern, 2...min(8, room), leastCoverage: 0, in: sources).first {
      phrase in
      phrase.score >= leastMatter && !name.text.contains(phrase.text) && !phrase.text.contains(name.text)
    }
    guard let matter else { return phrases }
    return [Phrase(text: "\(name.text)：\(matter.text)", score: name.score)] + phrases
  }

  /// The best phrases of `sources` by their score for `terms` times `leastCoverage` + the root of the share of texts that
  /// have them.
  private func ranked(
    _ terms: [(term: TermID, weight: Double)], of concern: Concern, _ lengths: ClosedRange<Int>,
    leastCoverage: Double, in sources: [SegmentedText]
  ) -> [Phrase] {
    let scorer = PhraseScorer(
      lengths: lengths, rules: rules, vocabulary: vocabulary,
      inverseDocumentFrequencies: inverseDocumentFrequencies, terms: terms, concernTerms: concern.terms)
    // 1. phrases by their cleaned characters: how many texts have them, and a place, where they stand as cleaned if there
    // is one
    var table = TermTable()
    var found: [(score: Double, count: Int, last: Int, source: Int, range: Range<Int>, isPlain: Bool)] = []
    for (s, source) in sources.enumerated() {
      source.clean.units.withUnsafeBufferPointer { units in
        for phrase in scorer.phrases(of: source) {
          let number = Int(table.insert(units[phrase.range]))
          if number == found.count { found.append((phrase.score, 0, -1, s, phrase.range, false)) }
          found[number].score = max(found[number].score, phrase.score)
          if found[number].last < s { found[number].count += 1 }
          found[number].last = s
          if !found[number].isPlain, source.isVerbatim(phrase.range) {
            (found[number].source, found[number].range, found[number].isPlain) = (s, phrase.range, true)
          }
        }
      }
    }
    // 2. the best of them, verbatim
    for i in found.indices {
      let coverage = Double(found[i].count) / Double(sources.count)
      found[i].score *= leastCoverage + coverage.squareRoot()
    }
    let best = found.sorted { $0.score > $1.score }
    let least = best.prefix(candidateCount).last?.score ?? 0
    var phrases: [String: Double] = [:]
    for phrase in best.prefix(while: { $0.score >= least }) {
      let text = sources[phrase.source].sourceString(phrase.range)
      phrases[text] = max(phrases[text] ?? 0, phrase.score)
    }
    return phrases.map { Phrase(text: $0.key, score: $0.value) }.sorted { a, b in
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
  /// True if the resident wrote `range` of the cleaned text as it stands there.
  fileprivate func isVerbatim(_ range: Range<Int>) -> Bool {
    source[clean.sourceRange(range)].elementsEqual(clean.units[range])
  }

  /// The tokens that begin in the first `count` units.
  func beginning(ofUnits count: Int) -> SegmentedText {
    SegmentedText(source: source, clean: clean, tokens: Array(tokens.prefix { $0.start < Int32(count) }))
  }
}
