package import MinyiIndex

extension Concern {
  /// The heaviest terms of two and more characters, `count` at most, none part of another.
  package func keyTerms(_ count: Int, in vocabulary: Vocabulary) -> [(term: TermID, weight: Double)] {
    var chosen: [(term: TermID, weight: Double)] = []
    for term in terms where chosen.count < count {
      let units = vocabulary.units(of: term.term)
      let isSingle = units.count == 1 || (units.count == 2 && UTF16.isLeadSurrogate(units[0]))
      if !isSingle, !chosen.contains(where: { vocabulary.areNested($0.term, term.term) }) {
        chosen.append(term)
      }
    }
    return chosen
  }
}
