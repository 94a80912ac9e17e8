public import MinyiIndex
import MinyiModel
public import MinyiText

/// Names concerns with phrases out of their own texts, no two alike.
public struct Labeler: Sendable {
  /// Members whose texts are read for one label, nearest to the centroid first.
  public var readDocuments = 20
  /// Characters of a concern's label.
  public var concernLengths = 4...16

  /// Candidates kept for one concern: others may take the first ones.
  public var candidateCount = 20

  private let rules: TermRules
  private let vocabulary: Vocabulary
  private let inverseDocumentFrequencies: [Float]
  private let boundaries: BoundaryModel

  /// Texts of a collection that are enough to learn boundaries from.
  public static let sampleCount = 10_000
  /// Units of a body that phrases are taken from.
  public static let bodyLength = 60
  /// The same with room for a whole last word.
  public static let readLength = 80
  /// A number that this share of the texts read for a label has is part of the name.
  private static let numberShare = 0.3

  /// - Parameter boundaries: learnt from titles and bodies' beginnings of the collection.
  public init(
    rules: TermRules, vocabulary: Vocabulary, vectors: DocumentVectors, boundaries: BoundaryModel
  ) {
    self.rules = rules
    self.vocabulary = vocabulary
    inverseDocumentFrequencies = vectors.inverseDocumentFrequencies
    self.boundaries = boundaries
  }

  /// The texts that are read for the label of `concern`, nearest to its centroid first.
  public func documents(for concern: Concern) -> [DocumentID] {
    concern.nearest(readDocuments).map { concern.members[$0] }
  }

  /// Label candidates for `concern`, best first: phrases of titles (of bodies' beginnings where titles say nothing),
  /// verbatim, by their score times 1 + the root of the share of texts that have them.
  ///
  /// - Parameter body: asked for where a title does not do; its first `readLength` units are enough.
  public func candidates(
    for concern: Concern, title: (DocumentID) throws -> SegmentedText,
    body: (DocumentID) throws -> SegmentedText
  ) rethrows -> [Phrase] {
    let documents = documents(for: concern)
    let sources = try documents.map { document in
      let title = try title(document)
      return title.tokens.isEmpty ? try body(document).beginning : title
    }
    let phrases = ranked(concern.terms, in: sources)
    if !phrases.isEmpty { return phrases }
    // Titles such as 投诉 or 公交问题 hold no phrase that is long enough.
    let others = ranked(concern.terms, in: try documents.map { try body($0).beginning })
    if !others.isEmpty { return others }
    // Of one text posted again and again in a small collection hardly a word is a term; its title says it whole.
    guard let text = try documents.first.map({ try title($0) }), !text.tokens.isEmpty else { return [] }
    let whole = text.sourceString(text.clean.units.indices)
    return concernLengths.contains(whole.count) ? [Phrase(text: whole, score: 0)] : []
  }

  private func ranked(_ terms: [(term: TermID, weight: Double)], in sources: [SegmentedText]) -> [Phrase] {
    let scorer = PhraseScorer(
      lengths: concernLengths, rules: rules, vocabulary: vocabulary,
      inverseDocumentFrequencies: inverseDocumentFrequencies, terms: terms, boundaries: boundaries,
      commonNumbers: commonNumbers(of: sources))
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
      found[i].score *= 1 + (Double(found[i].count) / Double(sources.count)).squareRoot()
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

  private func commonNumbers(of sources: [SegmentedText]) -> TermTable {
    var table = TermTable()
    var found: [(count: Int, last: Int)] = []
    for (s, source) in sources.enumerated() {
      source.clean.units.withUnsafeBufferPointer { units in
        for token in source.tokens where token.kind == .number {
          let number = Int(table.insert(units[token.range]))
          if number == found.count { found.append((0, -1)) }
          if found[number].last < s { found[number].count += 1 }
          found[number].last = s
        }
      }
    }
    var common = TermTable()
    for (number, seen) in found.enumerated()
    where Double(seen.count) >= Labeler.numberShare * Double(sources.count) {
      table.list.withUnits(of: number) { _ = common.insert($0) }
    }
    return common
  }

  /// One label for each concern in order: its best candidate that no earlier concern took.
  ///
  /// A concern without candidates is named by its heaviest terms.
  public func labels(for concerns: [Concern], candidates: [[Phrase]]) -> [String] {
    var taken: Set<String> = []
    return zip(concerns, candidates).map { concern, candidates in
      var label = candidates.first { !taken.contains($0.text) }?.text ?? termLabel(concern)
      // Numbers of concerns are another run's when they last: the label counts its own kind.
      let first = label
      var number = 1
      while !taken.insert(label).inserted {
        number += 1
        label = "\(first)（\(number)）"
      }
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

  /// The tokens that begin in the first `Labeler.bodyLength` units.
  var beginning: SegmentedText {
    SegmentedText(
      source: source, clean: clean, tokens: Array(tokens.prefix { $0.start < Int32(Labeler.bodyLength) }))
  }
}
