/// Opinions of a concern that say the same, word for word or nearly.
public struct CopyGroup: Sendable {
  /// The text that the others repeat.
  public var leader: ConcernDetail.Member
  /// Opinions with the leader's very text, the leader first, by id.
  public var equal: [ConcernDetail.Member]
  /// Opinions that nearly repeat it, by id, equal ones next to each other.
  public var near: [ConcernDetail.Member]

  /// Opinions of the group, the leader among them.
  public var postCount: Int { equal.count + near.count }
}

extension ConcernDetail {
  /// The groups of two and more opinions that repeat one text, largest first.
  public var copies: [CopyGroup] {
    let sorted = members.sorted { $0.opinion.key.utf8.lexicographicallyPrecedes($1.opinion.key.utf8) }
    return Dictionary(grouping: sorted) { $0.copyOf }.values.compactMap { group -> CopyGroup? in
      // Every copy has its leader in the same concern.
      let equal = group.filter { $0.document == $0.copyOf }
      guard let leader = equal.first, group.count > 1 else { return nil }
      let near = group.filter { $0.document != $0.copyOf }.sorted {
        $0.document != $1.document
          ? $0.document < $1.document
          : $0.opinion.key.utf8.lexicographicallyPrecedes($1.opinion.key.utf8)
      }
      return CopyGroup(leader: leader, equal: equal, near: near)
    }.sorted { ($1.postCount, $0.leader.document) < ($0.postCount, $1.leader.document) }
  }
}
