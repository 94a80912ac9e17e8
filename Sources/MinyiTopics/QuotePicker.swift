public import MinyiIndex
public import MinyiText

/// A sentence chosen as evidence: a range of the cleaned body (or title) of a document.
public struct Quote: Sendable, Equatable {
  /// The text that is quoted.
  public var document: DocumentID
  /// Whether `range` is one of the title, which is quoted only where the body has no sentence.
  public var isInTitle: Bool
  /// A whole sentence, in UTF-16 units of the cleaned text.
  public var range: Range<Int>
}

/// Chooses the sentences that a concern is shown by: from the medoid, then from typical members unlike those
/// chosen before (maximal marginal relevance; Carbonell and Goldstein, SIGIR 1998).
public struct QuotePicker: Sendable {
  /// Quotes of a concern at most.
  public var count = 3
  /// Weight of being typical against being different. 0...1.
  public var balance = 0.7
  /// Characters that a quoted sentence should have.
  public var lengths = 8...90

  private let vocabulary: Vocabulary
  private let vectors: DocumentVectors

  /// `vectors` are those that the concerns were found in.
  public init(vocabulary: Vocabulary, vectors: DocumentVectors) {
    self.vocabulary = vocabulary
    self.vectors = vectors
  }

  /// A quote from each of `documents`, which are those of `documents(for:)` unless others are wanted.
  public func quotes(
    for concern: Concern, from documents: [DocumentID]? = nil, text: (DocumentID) throws -> DocumentText
  ) rethrows -> [Quote] {
    let weights = Dictionary(uniqueKeysWithValues: concern.terms.prefix(200).map { ($0.term, $0.weight) })
    return try (documents ?? self.documents(for: concern)).compactMap { document in
      let document = (id: document, text: try text(document))
      if let range = bestSentence(of: document.text.body, weights) {
        return Quote(document: document.id, isInTitle: false, range: range)
      }
      return bestSentence(of: document.text.title, weights)
        .map { Quote(document: document.id, isInTitle: true, range: $0) }
    }
  }

  /// The texts that are quoted, the medoid first.
  public func documents(for concern: Concern) -> [DocumentID] {
    // Of a large concern the 60 nearest to the centroid are enough to choose from.
    var pool = concern.nearest(60).map {
      (document: concern.members[$0], similarity: concern.similarities[$0])
    }
    var chosen: [DocumentID] = []
    while chosen.count < count, !pool.isEmpty {
      let values = pool.map { candidate in
        let likeness = chosen.map { vectors.cosine($0, candidate.document) }.max() ?? 0
        return balance * candidate.similarity - (1 - balance) * likeness
      }
      var best = 0
      for i in pool.indices where values[i] > values[best] { best = i }
      chosen.append(pool.remove(at: best).document)
    }
    return chosen
  }

  /// The whole sentence with the most concern weight per character; a fair length comes before weight.
  private func bestSentence(of text: SegmentedText, _ weights: [TermID: Double]) -> Range<Int>? {
    var best: (range: Range<Int>, isFair: Bool, value: Double)?
    text.clean.units.withUnsafeBufferPointer { units in
      for sentence in SentenceSplitter.sentences(of: units) {
        let value = text.tokens.filter { sentence.contains(Int($0.start)) }
          .reduce(0.0) { $0 + (vocabulary.id(of: units[$1.range]).flatMap { weights[$0] } ?? 0) }
        let isFair = lengths.contains(sentence.count)
        let perRoot = value / Double(sentence.count).squareRoot()
        if let known = best, (known.isFair && !isFair) || (known.isFair == isFair && known.value >= perRoot) {
          continue
        }
        best = (sentence, isFair, perRoot)
      }
    }
    return best?.range
  }
}
