package import Foundation
package import MinyiAgenda
package import MinyiIndex
package import MinyiModel

/// What was read in some texts once, kept in the workspace so that it need not be read again.
///
/// All of it follows from one text, the dictionaries and the way of counting alone; what depends on the other texts is
/// computed anew in every run.
package struct IndexSegment: Sendable {
  /// Raised with anything that changes what is read in a text, or how it is written.
  static let version = 4

  package var hashes: [ContentHash]
  package var counts: TermCounts
  package var sketches: [MinHash]
  /// Of texts that have any, by their row.
  package var signals: [Int32: TextSignals]

  package var documentCount: Int { hashes.count }

  /// The segment of the texts `rows` of `segments`, in their order.
  init(merging segments: [IndexSegment], rows: [DocumentRow]) {
    hashes = rows.map { segments[$0.part].hashes[$0.row] }
    counts = TermCounts(merging: segments.map(\.counts), rows: rows)
    sketches = rows.map { segments[$0.part].sketches[$0.row] }
    signals = [:]
    for (i, row) in rows.enumerated() { signals[Int32(i)] = segments[row.part].signals[Int32(row.row)] }
  }

  package init(hashes: [ContentHash], counts: TermCounts, sketches: [MinHash], signals: [Int32: TextSignals])
  {
    self.hashes = hashes
    self.counts = counts
    self.sketches = sketches
    self.signals = signals
  }

  /// The segment as it is kept: the arrays, then a checksum.
  package func bytes() -> [UInt8] {
    var writer = ArrayWriter()
    writer.append([Int64(IndexSegment.version)])
    writer.append(hashes)
    writer.append(sketches)
    counts.write(to: &writer)
    let rows = signals.keys.sorted()
    writer.append(rows)
    writer.append(Array(rows.compactMap { signals[$0]?.line }.joined(separator: "\n").utf8))
    writer.appendChecksum()
    return writer.bytes
  }

  /// What `bytes()` wrote; nil if these bytes are damaged or of another version.
  ///
  /// - Parameter readsSignals: false leaves the signals out, which take as long as all the rest.
  package init?(_ bytes: Data, readsSignals: Bool = true) {
    let segment: IndexSegment? = bytes.withUnsafeBytes { raw in
      guard var reader = ArrayReader(checked: raw) else { return nil }
      guard reader.next(Int64.self) == [Int64(IndexSegment.version)],
        let hashes = reader.next(ContentHash.self), let sketches = reader.next(MinHash.self),
        let counts = TermCounts(from: &reader), let rows = reader.next(Int32.self),
        let text = reader.next(UInt8.self), reader.isAtEnd,
        hashes.count == counts.documentCount, hashes.count == sketches.count,
        rows.allSatisfy({ $0 >= 0 && Int($0) < hashes.count }), Set(rows).count == rows.count
      else { return nil }
      guard readsSignals else {
        return IndexSegment(hashes: hashes, counts: counts, sketches: sketches, signals: [:])
      }
      let signals = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap {
        TextSignals(line: String($0))
      }
      guard signals.count == rows.count else { return nil }
      return IndexSegment(
        hashes: hashes, counts: counts, sketches: sketches,
        signals: Dictionary(uniqueKeysWithValues: zip(rows, signals)))
    }
    guard let segment else { return nil }
    self = segment
  }
}
