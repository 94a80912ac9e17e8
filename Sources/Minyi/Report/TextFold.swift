import MinyiStore

/// The opinions of a concern that carry one text, or nearly.
struct TextFold {
  /// The one that stands for them.
  var first: AssignmentRecord
  var posts: Int
  /// True if it is much less like the others than most of them are.
  var isBorderline: Bool

  /// The folds of `assigned`, nearest to the concern's centre first. O(n log n).
  ///
  /// - Parameter assigned: by document, then key.
  static func folds(of assigned: [AssignmentRecord]) -> [TextFold] {
    let similarities = assigned.map { $0.similarity ?? 0 }.sorted()
    let least =
      similarities.isEmpty ? 0 : ConcernDetail.borderlineShare * similarities[similarities.count / 2]
    return Dictionary(grouping: assigned) { $0.copyOf }.values.compactMap { group -> TextFold? in
      guard let first = group.first(where: { $0.document == $0.copyOf }) ?? group.first else { return nil }
      return TextFold(first: first, posts: group.count, isBorderline: (first.similarity ?? 0) < least)
    }.sorted {
      ($1.first.similarity ?? 0, $0.first.document) < ($0.first.similarity ?? 0, $1.first.document)
    }
  }
}
