/// Candidate pairs in batches of a bounded number of texts, so that pairs that hang together stay together.
struct CopyBatches: Sequence, IteratorProtocol {
  struct Batch {
    /// Ascending.
    var documents: [Int32]
    /// By copy, then by leader.
    var pairs: [CopyPair]

    /// Where `document` stands in `documents`, which hold it. O(log documents).
    func position(of document: Int32) -> Int {
      var (low, high) = (0, documents.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if documents[middle] < document { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private let size: Int
  /// Pairs by the component that they belong to, then by copy and leader.
  private let pairs: [(component: Int32, pair: CopyPair)]
  private var start = 0

  /// A batch takes whole components; one that is larger than `size` texts is a batch of its own.
  init(of pairs: [CopyPair], documentCount: Int, size: Int) {
    var components = DisjointSets(count: documentCount)
    for pair in pairs { components.join(components.name(of: pair.copy), components.name(of: pair.leader)) }
    self.size = size
    self.pairs = pairs.map { (component: components.name(of: $0.copy), pair: $0) }
      .sorted { ($0.component, $0.pair) < ($1.component, $1.pair) }
  }

  mutating func next() -> Batch? {
    guard start < pairs.count else { return nil }
    var documents: [Int32] = []
    var taken: [CopyPair] = []
    while start < pairs.count {
      let component = pairs[start].component
      var end = start
      while end < pairs.count, pairs[end].component == component { end += 1 }
      let own = pairs[start..<end].map(\.pair)
      let ownDocuments = Set(own.flatMap { [$0.copy, $0.leader] })
      if !taken.isEmpty, documents.count + ownDocuments.count > size { break }
      documents += ownDocuments
      taken += own
      start = end
    }
    return Batch(documents: documents.sorted(), pairs: taken.sorted())
  }
}
