public import MinyiIndex
import MinyiModel
public import MinyiText

/// Names concerns and themes with phrases out of their own texts, no two alike.
public struct Labeler: Sendable {
  /// Members whose texts are read for one label, nearest to the centroid first.
  public var readDocuments = 40
  /// Characters of a concern's label.
  public var concernLengths = 4...16
  /// Characters of a theme's label.
  public var themeLengths = 2...6

  private let rules: TermRules
  private let vocabulary: Vocabulary

  public init(rules: TermRules, vocabulary: Vocabulary) {
    self.rules = rules
    self.vocabulary = vocabulary
  }

  /// Label candidates for `concern`, best first: phrases of titles, and of bodies' beginnings where there is
  /// no title. A phrase found in several members counts more.
  public func candidates(
    for concern: Concern, text: (DocumentID) throws -> DocumentText
  ) rethrows -> [Phrase] {
    let scorer = PhraseScorer(
      lengths: concernLengths, rules: rules, vocabulary: vocabulary, terms: concern.terms)
    let nearest = concern.members.indices.sorted {
      (concern.similarities[$1], concern.members[$0]) < (concern.similarities[$0], concern.members[$1])
    }.prefix(readDocuments)
    var found: [String: (score: Double, count: Int)] = [:]
    for i in nearest {
      let document = try text(concern.members[i])
      let source = document.title.tokens.isEmpty ? document.body.beginning(ofUnits: 60) : document.title
      for phrase in Set(scorer.phrases(of: source)) {
        let known = found[phrase.text] ?? (phrase.score, 0)
        found[phrase.text] = (known.score, known.count + 1)
      }
    }
    return found.map { text, value in
      let coverage = Double(value.count) / Double(nearest.count)
      return Phrase(text: text, score: value.score * (0.5 + coverage.squareRoot()))
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
    let terms = concern.terms.prefix(2).map { vocabulary[$0.term] }
    return terms.isEmpty ? "诉求" : terms.joined(separator: "·")
  }
}

extension SegmentedText {
  /// The tokens that begin in the first `count` units.
  func beginning(ofUnits count: Int) -> SegmentedText {
    SegmentedText(source: source, clean: clean, tokens: Array(tokens.prefix { $0.start < Int32(count) }))
  }
}
