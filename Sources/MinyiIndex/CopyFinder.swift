/// Folds near copies together: texts that share nearly all of their terms.
///
/// Documents are taken in order; each joins the first leader whose terms it shares to `threshold` or more (Jaccard
/// index of the term sets), or becomes a leader. Every copy is thus near its leader itself: strangers are not
/// chained together by steps. O(documents × leaders × terms of a row) within the group that is looked at.
public struct CopyFinder: Sendable {
  /// Terms in common over terms in all that two copies have at least. 0...1.
  public var threshold = 0.8

  public init() {}

  /// The leader of each of `documents`, in the same order; a text that is no copy leads itself.
  public func leaders(of documents: [DocumentID], in matrix: TermMatrix) -> [DocumentID] {
    var leaders: [DocumentID] = []
    return documents.map { document in
      if let leader = leaders.first(where: { isCopy(document, of: $0, in: matrix) }) { return leader }
      leaders.append(document)
      return document
    }
  }

  private func isCopy(_ a: DocumentID, of b: DocumentID, in matrix: TermMatrix) -> Bool {
    let (left, right) = (matrix.row(a.index), matrix.row(b.index))
    // A much shorter text cannot share enough: the larger set alone makes the union too large.
    let (fewer, more) = (min(left.count, right.count), max(left.count, right.count))
    guard fewer > 0, Double(fewer) >= threshold * Double(more) else { return false }
    var (i, j) = (left.lowerBound, right.lowerBound)
    var common = 0
    while i < left.upperBound && j < right.upperBound {
      if matrix.terms[i] == matrix.terms[j] { common += 1 }
      let (l, r) = (matrix.terms[i], matrix.terms[j])
      if l <= r { i += 1 }
      if r <= l { j += 1 }
    }
    return Double(common) >= threshold * Double(left.count + right.count - common)
  }
}
