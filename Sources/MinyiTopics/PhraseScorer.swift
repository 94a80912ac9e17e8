import MinyiIndex
import MinyiText

/// Finds the phrase of a text that says most about its concern.
///
/// A phrase is a run of neighbouring tokens; its score is the sum of its tokens' and joined pairs' weights in the
/// concern, each less a toll, so that a light token inside costs and a light one at the end is dropped (own
/// design, in the manner of the maximum-sum segment).
struct PhraseScorer {
  /// Characters that a label may have.
  let lengths: ClosedRange<Int>
  let rules: TermRules
  let vocabulary: Vocabulary
  /// Weight in the concern by term.
  let weights: [TermID: Double]
  let toll: Double

  init(
    lengths: ClosedRange<Int>, rules: TermRules, vocabulary: Vocabulary, terms: [(term: TermID, weight: Double)]
  ) {
    self.lengths = lengths
    self.rules = rules
    self.vocabulary = vocabulary
    weights = Dictionary(uniqueKeysWithValues: terms.map { ($0.term, $0.weight) })
    toll = 0.2 * (terms.first?.weight ?? 0)
  }

  /// All phrases of `text` with a positive score. O(tokens × longest phrase).
  func phrases(of text: SegmentedText) -> [Phrase] {
    text.clean.units.withUnsafeBufferPointer { units in
      let tokens = text.tokens
      let own = tokens.map { weight(of: $0.range, in: units) }
      let joined = tokens.indices.map { i in
        i + 1 < tokens.count ? weight(of: Int(tokens[i].start)..<Int(tokens[i + 1].end), in: units) : 0
      }
      var phrases: [Phrase] = []
      for first in tokens.indices where canStart(first, tokens, units, own, joined) {
        var score = 0.0
        for last in first..<tokens.count {
          if tokens[last].kind == .other { break }
          let length = Int(tokens[last].end - tokens[first].start)
          if length > lengths.upperBound { break }
          score += max(own[last] - toll, -toll) + (last > first ? joined[last - 1] : 0)
          if length >= lengths.lowerBound, score > 0, canEnd(last, tokens, units, own, joined) {
            phrases.append(
              Phrase(text: text.sourceString(Int(tokens[first].start)..<Int(tokens[last].end)), score: score))
          }
        }
      }
      return phrases
    }
  }

  private func weight(of range: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Double {
    vocabulary.id(of: units[range]).flatMap { weights[$0] } ?? 0
  }

  /// A phrase starts with a content token that is not torn from the one before it.
  private func canStart(
    _ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ own: [Double], _ joined: [Double]
  ) -> Bool {
    if tokens[i].kind == .number { return i + 1 < tokens.count && tokens[i + 1].kind == .han }
    guard rules.isContent(tokens[i], in: units) else { return false }
    return i == 0 || !isTorn(i - 1, tokens, own, joined)
  }

  private func canEnd(
    _ i: Int, _ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ own: [Double], _ joined: [Double]
  ) -> Bool {
    rules.isContent(tokens[i], in: units) && (i + 1 == tokens.count || !isTorn(i, tokens, own, joined))
  }

  /// True if a cut between tokens i and i + 1 would tear a name: their joined pair weighs about as much as
  /// the single character does.
  private func isTorn(_ i: Int, _ tokens: [Token], _ own: [Double], _ joined: [Double]) -> Bool {
    guard joined[i] > 0 else { return false }
    let single = tokens[i].length == 1 ? own[i] : own[i + 1]
    return joined[i] >= 0.5 * single
  }
}
