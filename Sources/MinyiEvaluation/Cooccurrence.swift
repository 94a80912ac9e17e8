import MinyiModel

/// Which documents have which words, for the coherence of lists of words.
///
/// Sources: Bouma, "Normalized (pointwise) mutual information in collocation extraction", GSCL 2009; Lau, Newman and
/// Baldwin, "Machine reading tea leaves", EACL 2014.
public struct Cooccurrence: Sendable {
  /// By word, the documents that have it, ascending.
  private let documents: [[UInt32]]
  private let documentCount: Int

  /// - Parameter documents: by word, the numbers below `documentCount` of the documents that have it, ascending.
  public init(documents: [[UInt32]], documentCount: Int) {
    self.documents = documents
    self.documentCount = documentCount
  }

  /// The normalised pointwise mutual information of two words: ln(p(ab) / (p(a) · p(b))) / −ln p(ab), −1...1.
  ///
  /// Probabilities are shares of documents, without smoothing: words that never meet have −1, the limit, and words that
  /// are in every document 1. O(f · log F) for the rarer word in f documents and the other in F.
  public func normalizedInformation(_ a: Int, _ b: Int) -> Double {
    let common = commonCount(a, b)
    if common == 0 { return -1 }
    if common == documentCount { return 1 }
    let n = Double(documentCount)
    let joint = Double(common) / n
    let expected = Double(documents[a].count) / n * (Double(documents[b].count) / n)
    return max(-1, min(1, naturalLog(joint / expected) / -naturalLog(joint)))
  }

  /// The mean over all pairs of `words`, which differ; nil for fewer than two.
  public func coherence(of words: [Int]) -> Double? {
    guard words.count > 1 else { return nil }
    var sum = 0.0
    for i in words.indices { for j in 0..<i { sum += normalizedInformation(words[i], words[j]) } }
    return sum / Double(words.count * (words.count - 1) / 2)
  }

  private func commonCount(_ a: Int, _ b: Int) -> Int {
    let isRarer = documents[a].count <= documents[b].count
    let (few, many) = isRarer ? (documents[a], documents[b]) : (documents[b], documents[a])
    var (count, start) = (0, 0)
    for document in few {
      var end = many.count
      while start < end {
        let middle = (start + end) / 2
        if many[middle] < document { start = middle + 1 } else { end = middle }
      }
      if start == many.count { break }
      if many[start] == document { count += 1 }
    }
    return count
  }
}
