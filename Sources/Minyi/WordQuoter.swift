import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText

/// Shows a word in the residents' own sentences.
struct WordQuoter {
  let collection: TextCollection
  let analyzer: TextAnalyzer

  /// Quotes of a word at most.
  static let count = 3
  /// Characters kept on each side of the word; a sentence that is longer is cut to them.
  static let reach = 13

  /// Quotes of `word` from different texts among `documents`, no two the same.
  func quotes(of word: String, in documents: [Int]) throws -> [QuoteRecord] {
    var quotes: [QuoteRecord] = []
    for document in documents where quotes.count < WordQuoter.count {
      let id = DocumentID(rawValue: UInt32(document))
      let text = try collection.segmented([id], analyzer).text(of: id)
      let opinion = collection.opinions[document][0]
      guard
        let quote = quote(of: word, in: text.body, .body, opinion)
          ?? quote(of: word, in: text.title, .title, opinion)
      else { continue }
      // Near copies show the same window.
      if !quotes.contains(where: { $0.text == quote.text }) { quotes.append(quote) }
    }
    return quotes
  }

  private func quote(
    of word: String, in text: SegmentedText, _ field: OpinionField, _ opinion: OpinionID
  ) -> QuoteRecord? {
    guard let place = place(of: Array(word.utf16), in: text) else { return nil }
    return QuoteRecord(text, window(around: place, in: text), field: field, of: opinion)
  }

  /// Where the word stands between two boundaries of tokens.
  private func place(of word: [UInt16], in text: SegmentedText) -> Range<Int>? {
    let ends = Set(text.tokens.map(\.end))
    for token in text.tokens {
      let range = Int(token.start)..<Int(token.start) + word.count
      if range.upperBound <= text.clean.units.count, ends.contains(Int32(range.upperBound)),
        text.clean.units[range].elementsEqual(word)
      {
        return range
      }
    }
    return nil
  }

  /// The sentence, or of a long one what is near the word: whole tokens, and whole clauses where they end near.
  private func window(around place: Range<Int>, in text: SegmentedText) -> Range<Int> {
    let sentence =
      text.clean.units.withUnsafeBufferPointer { units in
        SentenceSplitter.sentences(of: units).first { $0.contains(place.lowerBound) }
      } ?? place
    var left = text.tokens.filter { token in
      Int(token.end) <= place.lowerBound && sentence.lowerBound <= Int(token.start)
        && place.lowerBound - Int(token.start) <= WordQuoter.reach
    }
    if let first = left.first, Int(first.start) > sentence.lowerBound,
      let mark = left.firstIndex(where: isMark)
    {
      left.removeFirst(mark + 1)
    }
    var right = text.tokens.filter { token in
      Int(token.start) >= place.upperBound && Int(token.end) <= sentence.upperBound
        && Int(token.end) - place.upperBound <= WordQuoter.reach
    }
    if let last = right.last, Int(last.end) < sentence.upperBound, let mark = right.lastIndex(where: isMark) {
      right.removeLast(right.count - mark)
    }
    let start = left.first.map { Int($0.start) } ?? place.lowerBound
    return start..<(right.last.map { Int($0.end) } ?? place.upperBound)
  }

  private func isMark(_ token: Token) -> Bool { token.kind == .other }
}
