import MinyiModel

/// Orders terms by what they say about a collection, or about a group against the rest of it.
///
/// - Of a collection: by weight, the sum of TF-IDF weights over its documents (`DocumentVectors`).
/// - Of a group: by weight · log₂ lift, where lift = ((a + ½) / (n + 1)) / ((b + ½) / (m + 1)) for a term in a of the n
///   documents inside and b of the m outside. Terms with a lift of 1 and less are left out. The halves keep a term that
///   nobody uses outside from an infinite lift (Krichevsky and Trofimov's estimate of a rate).
///
/// A term that is part of another with at least `containedShare` of its documents is left out: 搅拌站 says what 搅拌 and
/// 站 say. Of equals the smaller term id comes first. The smoothing and the order are our own.
public struct KeyTermRanking: Sendable {
  /// See above. 0...1.
  public static let containedShare = 0.8

  private let vectors: DocumentVectors
  private let all: TermTotals
  /// The terms inside term t are `parts[partStarts[t]..<partStarts[t + 1]]`.
  private var parts: [TermID] = []
  private var partStarts = [0]
  /// Terms below the minimum length.
  private var isShort: [Bool] = []

  /// For the documents of `vectors`, the terms of which `vocabulary` names. O(entries + units of all terms, squared each).
  ///
  /// - Parameter minimumLength: units of a term at least: a single character says little to a reader.
  public init(_ vectors: DocumentVectors, vocabulary: Vocabulary, minimumLength: Int = 2) {
    self.vectors = vectors
    all = TermTotals(of: 0..<vectors.matrix.documentCount, in: vectors)
    for term in 0..<vocabulary.count {
      Array(vocabulary[TermID(rawValue: UInt32(term))].utf16).withUnsafeBufferPointer { units in
        isShort.append(units.count < minimumLength)
        for start in units.indices {
          for end in start + 1...units.count where end - start < units.count {
            if let part = vocabulary.id(of: units[start..<end]) { parts.append(part) }
          }
        }
      }
      partStarts.append(parts.count)
    }
  }

  /// The first `top` terms of the whole collection. O(terms · log terms).
  public func terms(top: Int) -> [KeyTerm] {
    first(top, of: all) { (nil, Double(all.weights[$0.index])) }
  }

  /// The first `top` terms of the group of `documents`, each named once. O(terms + its entries).
  public func terms(of documents: some Sequence<Int>, top: Int) -> [KeyTerm] {
    let inside = TermTotals(of: documents, in: vectors)
    guard inside.documentCount < all.documentCount else { return terms(top: top) }
    return first(top, of: inside) { term in
      let lift = KeyTermRanking.lift(
        Int(inside.documents[term.index]), of: inside.documentCount,
        against: Int(all.documents[term.index] - inside.documents[term.index]),
        of: all.documentCount - inside.documentCount)
      return lift > 1 ? (lift, Double(inside.weights[term.index]) * binaryLog(lift)) : nil
    }
  }

  /// The rate of `a` in `n` against that of `b` in `m`, both smoothed.
  public static func lift(_ a: Int, of n: Int, against b: Int, of m: Int) -> Double {
    (Double(a) + 0.5) / Double(n + 1) / ((Double(b) + 0.5) / Double(m + 1))
  }

  /// The terms of `totals` with the largest values; those without a value are left out.
  private func first(
    _ top: Int, of totals: TermTotals, _ value: (TermID) -> (lift: Double?, value: Double)?
  ) -> [KeyTerm] {
    let contained = contained(totals)
    var found: [(term: KeyTerm, value: Double)] = []
    for term in totals.terms where !isShort[term.index] && !contained.contains(term) {
      guard let (lift, value) = value(term) else { continue }
      let keyTerm = KeyTerm(
        term: term, count: totals.counts[term.index], documents: Int(totals.documents[term.index]),
        weight: Double(totals.weights[term.index]) / DocumentVectors.unit, lift: lift)
      found.append((keyTerm, value))
    }
    return found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.term.term < $1.term.term }
      .prefix(top).map(\.term)
  }

  /// The terms that hardly ever stand without a longer one around them.
  private func contained(_ totals: TermTotals) -> Set<TermID> {
    var contained: Set<TermID> = []
    for term in totals.terms {
      let least = Double(totals.documents[term.index])
      for part in parts[partStarts[term.index]..<partStarts[term.index + 1]]
      where least >= KeyTermRanking.containedShare * Double(totals.documents[part.index]) {
        contained.insert(part)
      }
    }
    return contained
  }
}

extension TermID {
  fileprivate var index: Int { Int(rawValue) }
}
