public import MinyiModel

/// Finds near copies: texts that share nearly all of their shingles.
///
/// 1. Texts with a band of their `MinHash` in common are candidates, if the whole sketches agree enough as well.
/// 2. Texts are taken in order; each joins the first leader among its candidates that it resembles to `threshold` or more
///    (Jaccard index of `ShingleSet`, exact), or becomes a leader. Every copy is thus near its leader itself: strangers
///    are not chained together by steps.
///
/// No pair that is joined is below the threshold; a pair at 0.8 is overlooked about once in 5,000 times. O(texts · log texts +
/// candidates). The rule of leaders is our own.
public struct CopyFinder: Sendable {
  /// Shingles in common over shingles in all that two copies have at least. 0...1.
  public var threshold = 0.8
  /// Threads that may work at once. No result depends on it.
  public var threads: ParallelChunks

  /// Candidates from one band are the first of those that share it: a campaign of ten thousand copies has one leader.
  private static let leadersOfBand = 8
  /// Texts compared at a time, which bounds the memory for their shingles.
  private static let batchSize = 20_000
  private static let chunkSize = 256

  /// A finder of copies at a Jaccard index of 0.8.
  public init(threads: ParallelChunks) { self.threads = threads }

  /// For each text the first text of its copies: itself if it is no copy.
  ///
  /// - Parameter shingles: those of some texts, in order; called from several threads, for candidates only.
  public func leaders(
    of sketches: [MinHash], shingles: @Sendable ([DocumentID]) throws -> [ShingleSet]
  ) throws -> [DocumentID] {
    // 1. pairs that may be copies
    let pairs = candidatePairs(sketches)
    // 2. exact comparison, as many texts at a time as memory allows
    var leaders = sketches.indices.map { Int32($0) }
    for batch in CopyBatches(of: pairs, documentCount: sketches.count, size: CopyFinder.batchSize) {
      let documents = batch.documents
      let sets = try threads.map(count: documents.count, chunkSize: CopyFinder.chunkSize) { range in
        try shingles(range.map { DocumentID(rawValue: UInt32(documents[$0])) })
      }.flatMap { $0 }
      for pair in batch.pairs
      where leaders[Int(pair.leader)] == pair.leader && leaders[Int(pair.copy)] == pair.copy {
        let (a, b) = (sets[batch.position(of: pair.leader)], sets[batch.position(of: pair.copy)])
        if a.jaccardIndex(to: b) >= threshold { leaders[Int(pair.copy)] = pair.leader }
      }
    }
    return leaders.map { DocumentID(rawValue: UInt32($0)) }
  }

  /// By copy, then by leader.
  private func candidatePairs(_ sketches: [MinHash]) -> [CopyPair] {
    let filled = sketches.indices.filter { sketches[$0].takenCount > 0 }
    let found = threads.map(count: MinHash.bandCount, chunkSize: 1) { bands in
      // 32 bits of the band above the document: sorted as plain numbers. Two bands that fall together cost a comparison.
      var texts = filled.map { document in
        let band = sketches[document].band(bands.lowerBound) &* 0x9e37_79b9_7f4a_7c15
        return band & 0xFFFF_FFFF_0000_0000 | UInt64(document)
      }
      texts.sort()
      var pairs: [CopyPair] = []
      var first = 0
      for i in texts.indices {
        if texts[i] >> 32 != texts[first] >> 32 { first = i }
        for leader in first..<min(i, first + CopyFinder.leadersOfBand) {
          let a = Int32(truncatingIfNeeded: texts[leader] & 0xFFFF_FFFF)
          let b = Int32(truncatingIfNeeded: texts[i] & 0xFFFF_FFFF)
          if mayBeCopies(sketches[Int(a)], sketches[Int(b)]) {
            pairs.append(CopyPair(copy: b, leader: a))
          }
        }
      }
      return pairs
    }
    var pairs = found.flatMap { $0 }.sorted()
    pairs.removeRepeats()
    return pairs
  }

  /// False if the sketches agree in so few places that it is three standard deviations off for two copies.
  private func mayBeCopies(_ a: MinHash, _ b: MinHash) -> Bool {
    let drawn = Double(min(a.takenCount, b.takenCount))
    let deviation = (threshold * (1 - threshold) / drawn).squareRoot()
    return Double(a.agreement(with: b)) >= Double(MinHash.placeCount) * (threshold - 3 * deviation)
  }
}
