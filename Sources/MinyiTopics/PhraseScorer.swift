import MinyiIndex
import MinyiModel
import MinyiText

/// Finds the phrases of a text that say most about its concern.
///
/// A phrase is a run of neighbouring tokens. Its score is the cosine between the concern's centroid and the phrase's own
/// vector, in which each of its terms (tokens and joined pairs) weighs its inverse document frequency: a phrase
/// gains by every part of the concern that it names, and loses by every word that has nothing to do with it.
/// Own design.
struct PhraseScorer {
  /// Characters that a label may have.
  let lengths: ClosedRange<Int>
  let rules: TermRules
  let vocabulary: Vocabulary
  let inverseDocumentFrequencies: [Float]
  /// Weight by term of what the phrase is to say, as a unit vector.
  let weights: [TermID: Double]
  /// Weight in the concern by term: tells which neighbours belong together.
  let cohesion: [TermID: Double]

  /// What a token that is no term (a function word, a number) adds to the square of a phrase's length.
  private static let fillerSquare = 6.0

  init(
    lengths: ClosedRange<Int>, rules: TermRules, vocabulary: Vocabulary, inverseDocumentFrequencies: [Float],
    terms: [(term: TermID, weight: Double)], concernTerms: [(term: TermID, weight: Double)]
  ) {
    self.lengths = lengths
    self.rules = rules
    self.vocabulary = vocabulary
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
    let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    weights = Dictionary(uniqueKeysWithValues: terms.map { ($0.term, $0.weight / max(length, 1e-12)) })
    cohesion = Dictionary(uniqueKeysWithValues: concernTerms.map { ($0.term, $0.weight) })
  }

  /// What one token or joined pair adds to a phrase.
  private struct Part {
    var dot = 0.0
    var square = 0.0
    var cohesion = 0.0
  }

  /// A run of tokens of a text.
  struct Span {
    /// Of the cleaned text.
    var range: Range<Int>
    var score: Double
  }

  /// All phrases of `text` with a positive score, by where they begin and end. O(tokens × longest phrase).
  func phrases(of text: SegmentedText) -> [Span] {
    text.clean.units.withUnsafeBufferPointer { units in
      let tokens = text.tokens
      let own = tokens.map { token in
        rules.isContent(token, in: units)
          ? part(of: token.range, in: units) : Part(square: PhraseScorer.fillerSquare)
      }
      let joined = tokens.indices.map { i in
        isPair(i, tokens, units) ? part(of: Int(tokens[i].start)..<Int(tokens[i + 1].end), in: units) : Part()
      }
      var phrases: [Span] = []
      for first in tokens.indices where canStart(first, tokens, units, own, joined) {
        var dot = 0.0
        var square = 0.0
        for last in first..<tokens.count {
          if tokens[last].kind == .other { break }
          let length = Int(tokens[last].end - tokens[first].start)
          if length > lengths.upperBound { break }
          dot += own[last].dot + (last > first ? joined[last - 1].dot : 0)
          square += own[last].square + (last > first ? joined[last - 1].square : 0)
          // Two single characters side by side are a piece of something more often than a word.
          if length == 2 && last > first { continue }
          if length >= lengths.lowerBound, dot > 0, canEnd(last, tokens, units, own, joined) {
            let range = Int(tokens[first].start)..<Int(tokens[last].end)
            phrases.append(Span(range: range, score: dot / square.squareRoot()))
          }
        }
      }
      return phrases
    }
  }

  private func part(of range: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Part {
    guard let term = vocabulary.id(of: units[range]) else {
      // A word of this one text only: as rare as a word can be, and no part of the concern.
      return Part(square: 64)
    }
    let idf = Double(inverseDocumentFrequencies[Int(term.rawValue)])
    return Part(dot: idf * (weights[term] ?? 0), square: idf * idf, cohesion: cohesion[term] ?? 0)
  }

  /// True if tokens i and i + 1 form a joined pair that the index knows.
  private func isPair(_ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard i + 1 < tokens.count, tokens[i].kind == .han, tokens[i + 1].kind == .han,
      tokens[i].length == 1 || tokens[i + 1].length == 1,
      rules.isContent(tokens[i], in: units), rules.isContent(tokens[i + 1], in: units)
    else { return false }
    return vocabulary.id(of: units[Int(tokens[i].start)..<Int(tokens[i + 1].end)]) != nil
  }

  /// A phrase starts with a content token that is not torn from the one before it.
  private func canStart(
    _ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ own: [Part], _ joined: [Part]
  ) -> Bool {
    switch tokens[i].kind {
    case .other: return false
    case .letter, .number: return i + 1 < tokens.count && tokens[i + 1].kind == .han
    case .han:
      guard rules.isContent(tokens[i], in: units) else { return false }
      guard i > 0 else { return true }
      // 市 of A市 and 县 of A7县 belong to the letters before them.
      if tokens[i].length == 1, tokens[i - 1].kind == .letter || tokens[i - 1].kind == .number {
        return false
      }
      return !isTorn(i - 1, tokens, units, own, joined)
    }
  }

  private func canEnd(
    _ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ own: [Part], _ joined: [Part]
  ) -> Bool {
    rules.isContent(tokens[i], in: units) && (i + 1 == tokens.count || !isTorn(i, tokens, units, own, joined))
  }

  private static let placeEnds: Set<UInt16> = Set("省市县区镇乡村街路".utf16)

  /// True if a cut between tokens i and i + 1 would tear a name: their joined pair weighs about as much as
  /// the single character does. After the name of a district one may cut.
  private func isTorn(
    _ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ own: [Part], _ joined: [Part]
  ) -> Bool {
    guard joined[i].cohesion > 0, !PhraseScorer.placeEnds.contains(units[Int(tokens[i].end) - 1]) else {
      return false
    }
    let single = tokens[i].length == 1 ? own[i] : own[i + 1]
    return joined[i].cohesion >= 0.4 * single.cohesion
  }
}
