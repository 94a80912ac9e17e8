/// From which likeness on an opinion counts as one of a concern.
///
/// *known* begins where nine of ten members lie above, each compared with the other members only: a newcomer is no part
/// of the centroid either. A few members say little about the next, so the level stays between the lower decile and the
/// median of all members of all concerns. *borderline* begins at seven tenths of it. Own design.
struct ConcernLevels: Sendable, Equatable {
  let known: Double
  let borderline: Double

  /// Texts of whose terms the collection knows less are new.
  static let leastKnownShare = 1.0 / 3
  /// The share of members that lie below.
  private static let quantile = 0.1
  private static let borderlineShare = 0.7

  /// The levels of every concern.
  ///
  /// - Parameter likenesses: of the members of each, as `MemberLikeness` gives them.
  static func levels(of likenesses: [[Double]]) -> [ConcernLevels] {
    let all = likenesses.filter { $0.count > 1 }.flatMap { $0 }.sorted()
    let (low, high) = (value(of: all, at: quantile), value(of: all, at: 0.5))
    return likenesses.map { own in
      let known = own.count > 1 ? min(high, max(low, value(of: own.sorted(), at: quantile))) : high
      return ConcernLevels(known: known, borderline: borderlineShare * known)
    }
  }

  func status(of similarity: Double) -> OpinionScore.Status {
    similarity <= 0 ? .new : similarity >= known ? .known : similarity >= borderline ? .borderline : .new
  }

  private static func value(of sorted: [Double], at share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[Int(share * Double(sorted.count - 1))]
  }
}
