/// A hash of a collection that does not depend on its order: the sum of its members' hashes, modulo 2^128.
///
/// Made for noticing change, not against somebody who looks for collisions. Source: Bellare and Micciancio, "A new paradigm
/// for collision-free hashing", EUROCRYPT 1997 (AdHash), with SipHash as the hash of a member.
public struct MultisetHash: Sendable, Equatable {
  /// The sum so far; zero for nothing.
  public private(set) var value = ContentHash(high: 0, low: 0)

  /// The hash of an empty collection.
  public init() {}

  /// Adds a member. O(1).
  public mutating func add(_ member: ContentHash) {
    let (low, hasCarry) = value.low.addingReportingOverflow(member.low)
    value = ContentHash(high: value.high &+ member.high &+ (hasCarry ? 1 : 0), low: low)
  }
}
