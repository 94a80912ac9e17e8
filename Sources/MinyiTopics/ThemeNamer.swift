public import MinyiIndex
import MinyiModel

/// Names themes by the words that set them apart from the others.
public struct ThemeNamer: Sendable {
  /// Characters of a label.
  public var lengths = 2...6
  /// Key terms given beside a label.
  public var termCount = 5

  private let vocabulary: Vocabulary

  /// `vocabulary` is that of the matrix that `names` is given.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// For each theme its label and its key terms, heaviest first; no two labels alike.
  ///
  /// Only terms that are whole words (`isWord`) count, and none that is part of a heavier one or has one as its part: a
  /// joined pair may be a piece of a name.
  /// weight(t) = share of the theme's documents with t × ln(that share over the share of all documents).
  public func names(
    for themes: [Theme], matrix: TermMatrix, isWord: (String) -> Bool
  ) -> [(label: String, terms: [(term: TermID, weight: Double)])] {
    var taken: Set<String> = []
    return themes.map { theme in
      var counts = [Int](repeating: 0, count: matrix.termCount)
      for member in theme.members {
        for e in matrix.row(member.index) { counts[Int(matrix.terms[e])] += 1 }
      }
      let total = Double(matrix.documentCount)
      let terms = counts.indices.compactMap { term -> (term: TermID, weight: Double)? in
        let share = Double(counts[term]) / Double(theme.members.count)
        let everywhere = Double(vocabulary.documentFrequencies[term]) / total
        guard counts[term] >= (theme.members.count == 1 ? 1 : 2), share > everywhere else { return nil }
        return (TermID(rawValue: UInt32(term)), share * naturalLog(share / everywhere))
      }.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
      var words: [(term: TermID, weight: Double)] = []
      for term in terms {
        if words.count == termCount + taken.count { break }
        let text = vocabulary[term.term]
        let isNested = words.contains { vocabulary.areNested($0.term, term.term) }
        if !isNested, lengths.contains(text.count), isWord(text) { words.append(term) }
      }
      var label = words.lazy.map { vocabulary[$0.term] }.first { !taken.contains($0) } ?? "其他"
      if taken.contains(label) { label += "（\(theme.id.rawValue)）" }
      taken.insert(label)
      return (label, Array(words.prefix(termCount)))
    }
  }
}
