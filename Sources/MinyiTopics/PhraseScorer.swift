import MinyiIndex
import MinyiModel
import MinyiText

/// Finds the phrases of a text that say most about its concern.
///
/// A phrase is a run of neighbouring tokens of one clause. Its score is the product of three parts:
/// - the cosine between the concern's centroid and the phrase's own vector, in which each of its terms (tokens and joined
///   pairs) weighs its inverse document frequency: a phrase gains by every part of the concern that it names, and
///   loses by every word that has nothing to do with it;
/// - completeness: how freely one may cut before and behind it, and how readily phrases of the collection begin and
///   end with its outer tokens (`BoundaryModel`);
/// - min(1, 0.3 + 0.07 · characters): a bare name says less than a name with its matter.
/// Own design.
struct PhraseScorer {
  /// Characters that a label may have.
  let lengths: ClosedRange<Int>
  let rules: TermRules
  let vocabulary: Vocabulary
  let inverseDocumentFrequencies: [Float]
  /// Weight by term of what the phrase is to say, as a unit vector.
  let weights: [TermID: Double]
  let boundaries: BoundaryModel
  /// Numbers that many of the concern's texts have: 搬迁了 3 次 is one text's, 58 of 58车贷 is the name.
  let commonNumbers: TermTable

  /// What a token that is no term (a function word, a number) adds to the square of a phrase's length.
  private static let fillerSquare = 6.0
  /// The same for what only this one text has.
  private static let rareSquare = 64.0

  init(
    lengths: ClosedRange<Int>, rules: TermRules, vocabulary: Vocabulary, inverseDocumentFrequencies: [Float],
    terms: [(term: TermID, weight: Double)], boundaries: BoundaryModel, commonNumbers: TermTable
  ) {
    self.lengths = lengths
    self.rules = rules
    self.vocabulary = vocabulary
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
    let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    weights = Dictionary(uniqueKeysWithValues: terms.map { ($0.term, $0.weight / max(length, 1e-12)) })
    self.boundaries = boundaries
    self.commonNumbers = commonNumbers
  }

  /// What one token or joined pair adds to a phrase.
  private struct Part {
    var dot = 0.0
    var square = 0.0
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
      let edges = boundaries.edges(of: text)
      let own = tokens.map { part(of: $0, in: units) }
      let joined = tokens.indices.map { i in
        isPair(i, tokens, units) ? part(of: Int(tokens[i].start)..<Int(tokens[i + 1].end), in: units) : Part()
      }
      var phrases: [Span] = []
      for first in tokens.indices where canStart(first, tokens, units) {
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
          guard length >= lengths.lowerBound, dot > 0, rules.isContent(tokens[last], in: units) else {
            continue
          }
          let cut = edges.cuts[first] * (last + 1 < tokens.count ? edges.cuts[last + 1] : 1)
          let edge = (0.2 + edges.beginnings[first]).squareRoot() * (0.1 + edges.endings[last])
          phrases.append(
            Span(
              range: Int(tokens[first].start)..<Int(tokens[last].end),
              score: dot / square.squareRoot() * cut * edge * min(1, 0.3 + 0.07 * Double(length))))
        }
      }
      return phrases
    }
  }

  private func part(of token: Token, in units: UnsafeBufferPointer<UInt16>) -> Part {
    if rules.isContent(token, in: units) { return part(of: token.range, in: units) }
    let isOwn = token.kind == .number && commonNumbers.number(of: units[token.range]) == nil
    return Part(square: isOwn ? PhraseScorer.rareSquare : PhraseScorer.fillerSquare)
  }

  private func part(of range: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Part {
    guard let term = vocabulary.id(of: units[range]) else {
      // A word of this one text only: as rare as a word can be, and no part of the concern.
      return Part(square: PhraseScorer.rareSquare)
    }
    let idf = Double(inverseDocumentFrequencies[Int(term.rawValue)])
    return Part(dot: idf * (weights[term] ?? 0), square: idf * idf)
  }

  /// True if tokens i and i + 1 form a joined pair that the index knows.
  private func isPair(_ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard i + 1 < tokens.count, tokens[i].kind == .han, tokens[i + 1].kind == .han,
      tokens[i].length == 1 || tokens[i + 1].length == 1,
      rules.isContent(tokens[i], in: units), rules.isContent(tokens[i + 1], in: units)
    else { return false }
    return vocabulary.id(of: units[Int(tokens[i].start)..<Int(tokens[i + 1].end)]) != nil
  }

  /// A phrase starts with a content token, or with a number or letters that belong to one.
  private func canStart(_ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    switch tokens[i].kind {
    case .other: return false
    case .letter, .number: return i + 1 < tokens.count && tokens[i + 1].kind == .han
    case .han:
      guard rules.isContent(tokens[i], in: units) else { return false }
      // 市 of A市 and 县 of A7县 belong to the letters before them.
      let isTail =
        i > 0 && tokens[i].length == 1 && (tokens[i - 1].kind == .letter || tokens[i - 1].kind == .number)
      return !isTail
    }
  }
}
