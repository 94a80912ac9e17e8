public import MinyiModel

/// Finds the text of a collection that a new text nearly repeats, by their sketches alone.
///
/// Texts that share a band of their `MinHash` with the new one are looked at, the first eight of each band; the one that
/// resembles it most counts. The resemblance is estimated: its standard error at 0.8 is about 0.05, and less for texts
/// of fewer than a hundred characters. A text at 0.8 is overlooked about once in 5,000 times. About 300 bytes a text, and a
/// look-up takes a microsecond or two whatever their number.
public struct CopyIndex: Sendable {
  /// The estimated Jaccard index that a copy has at least. 0...1.
  public var threshold = 0.8

  private let sketches: [MinHash]
  private let bands: [Band]

  /// The texts that share one band, by what it holds.
  private struct Band: Sendable {
    /// 32 bits of the band above the document, ascending.
    let entries: [UInt64]
    /// Entries that begin with the bits b are `entries[starts[b]..<starts[b + 1]]`.
    let starts: [UInt32]
  }

  /// Texts from one band are the first of those that share it: a campaign of ten thousand copies is known by eight.
  private static let textsOfBand = 8
  /// Bits of a band that its entries are reached by.
  private let bitCount: Int

  /// Document d has `sketches[d]`. O(texts · log texts).
  public init(_ sketches: [MinHash], threads: ParallelChunks) {
    self.sketches = sketches
    let filled = sketches.indices.filter { sketches[$0].takenCount > 0 }
    let bitCount = min(24, max(1, Int.bitWidth - filled.count.leadingZeroBitCount - 2))
    self.bitCount = bitCount
    bands = threads.map(count: MinHash.bandCount, chunkSize: 1) { range in
      var all = filled.map { CopyIndex.entry(sketches[$0].band(range.lowerBound), UInt32($0)) }
      all.sort()
      var entries: [UInt64] = []
      var starts = [UInt32](repeating: 0, count: 1 << bitCount + 1)
      var count = 0
      for (i, entry) in all.enumerated() {
        count = i > 0 && all[i - 1] >> 32 == entry >> 32 ? count + 1 : 1
        if count > CopyIndex.textsOfBand { continue }
        entries.append(entry)
        starts[Int(entry >> (64 - bitCount)) + 1] += 1
      }
      for b in 1..<starts.count { starts[b] += starts[b - 1] }
      return Band(entries: entries, starts: starts)
    }
  }

  private static func entry(_ band: UInt64, _ document: UInt32) -> UInt64 {
    band &* 0x9e37_79b9_7f4a_7c15 & 0xFFFF_FFFF_0000_0000 | UInt64(document)
  }

  /// The text that resembles `sketch` most, and how much; of equals the first. Nil if none does by `threshold`.
  public func nearest(to sketch: MinHash) -> (document: DocumentID, resemblance: Double)? {
    guard sketch.takenCount > 0 else { return nil }
    var nearest: (document: UInt32, resemblance: Double)?
    for (b, band) in bands.enumerated() {
      let key = CopyIndex.entry(sketch.band(b), 0)
      let bucket = Int(key >> (64 - bitCount))
      for e in Int(band.starts[bucket])..<Int(band.starts[bucket + 1])
      where band.entries[e] >> 32 == key >> 32 {
        let document = UInt32(truncatingIfNeeded: band.entries[e])
        if document == nearest?.document { continue }
        let resemblance = sketch.resemblance(to: sketches[Int(document)])
        let best = nearest ?? (.max, threshold)
        if resemblance > best.resemblance || (resemblance == best.resemblance && document < best.document) {
          nearest = (document, resemblance)
        }
      }
    }
    return nearest.map { (DocumentID(rawValue: $0.document), $0.resemblance) }
  }
}
