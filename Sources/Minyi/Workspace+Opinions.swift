public import MinyiModel
import MinyiStore

extension Workspace {
  /// Calls `body` with every opinion, ordered by id. Memory does not grow with their number, but for the ids.
  public func forEachOpinion(_ body: (Opinion) throws -> Void) throws {
    let order = try store.keys().sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }.map(\.key)
    for start in stride(from: 0, to: order.count, by: 1000) {
      for stored in try store.opinions(order[start..<min(start + 1000, order.count)]) {
        try body(stored.opinion)
      }
    }
  }

  /// A hash over all opinions with their ids: equal for workspaces with the same opinions, in whatever order and from
  /// whatever files they came. Authors go in as their keyed hashes. O(characters).
  public func contentHash() throws -> ContentHash {
    var bytes: [UInt8] = []
    try forEachOpinion { opinion in
      var opinion = opinion
      opinion.others.sort { ($0.name, $0.value) < ($1.name, $1.value) }
      bytes += Array("\(opinion.key.utf8.count):\(opinion.key)\(opinion.contentHash)".utf8)
    }
    return bytes.withUnsafeBytes { ContentHash(bytes: $0) }
  }
}
