public import MinyiModel

/// How like its group each member is when it does not count itself: the cosine to the sum of the others.
///
/// What a text that is new to the group can be compared with: members take part in their own centroid, newcomers do not.
public enum MemberLikeness {
  /// For each of `groups` the cosines of its members, in their order; 0 for a member that stands alone. O(entries).
  public static func likenesses(
    of groups: [[DocumentID]], in vectors: DocumentVectors, threads: ParallelChunks
  ) -> [[Double]] {
    threads.map(count: groups.count, chunkSize: 64) { range in
      var sums = [Int64](repeating: 0, count: vectors.matrix.termCount)
      return range.map { likenesses(of: groups[$0], in: vectors, &sums) }
    }.flatMap { $0 }
  }

  /// `sums` are zero before and after.
  private static func likenesses(
    of members: [DocumentID], in vectors: DocumentVectors, _ sums: inout [Int64]
  ) -> [Double] {
    let matrix = vectors.matrix
    for member in members {
      for e in matrix.row(member.index) { sums[Int(matrix.terms[e])] += Int64(vectors.weights[e]) }
    }
    // |S|² = Σ v · S: whole numbers, exact in any order.
    var whole = 0.0
    let dots = members.map { member in
      var dot: Int64 = 0
      var square: Int64 = 0
      for e in matrix.row(member.index) {
        dot += Int64(vectors.weights[e]) * sums[Int(matrix.terms[e])]
        square += Int64(vectors.weights[e]) * Int64(vectors.weights[e])
      }
      whole += Double(dot)
      return (dot: Double(dot), square: Double(square))
    }
    for member in members { for e in matrix.row(member.index) { sums[Int(matrix.terms[e])] = 0 } }
    return dots.map { dot, square in
      let others = whole - 2 * dot + square
      return others > 0 && square > 0 ? (dot - square) / (others * square).squareRoot() : 0
    }
  }
}
