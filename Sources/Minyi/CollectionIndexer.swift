import Foundation
import MinyiAgenda
import MinyiIndex
import MinyiModel
import MinyiStore
import MinyiText

/// Makes the index of a collection: texts that a run has read before come from the workspace's segments.
///
/// The index does not depend on what the segments hold, nor on how texts are spread over them.
struct CollectionIndexer {
  let collection: TextCollection
  let store: WorkspaceStore
  let dictionaries: Dictionaries
  let analyzers: AnalyzerPool
  let options: IndexOptions
  let threads: ParallelChunks
  let progress: ProgressHandler?

  /// Texts of a segment at most; what is read of one text takes about 600 bytes.
  static let segmentSize = 32_768
  /// More segments than for full ones, and this many, are joined.
  static let looseSegments = 8

  /// What was read in the texts of the collection, in this run and in earlier ones.
  struct Reading: Sendable {
    let segments: [IndexSegment]
    /// The segments before this one are in the workspace.
    let known: Int
    /// By document.
    let rows: [DocumentRow]

    /// By document.
    var sketches: [MinHash] { rows.map { segments[$0.part].sketches[$0.row] } }
  }

  /// Reads the texts that no segment of the workspace holds.
  ///
  /// - Parameter readsSignals: false leaves out the signals of what earlier runs have read.
  func read(readsSignals: Bool = true) throws -> Reading {
    // 1. what earlier runs have read
    let kept = try store.segments(settings: settings)
    let known = threads.map(count: kept.count, chunkSize: 1) {
      IndexSegment(kept[$0.lowerBound], readsSignals: readsSignals)
    }.compactMap { $0 }
    var rows = self.rows(in: known)
    // 2. what they have not
    let missing = rows.indices.filter { rows[$0] == nil }
    let new = try newSegments(of: missing)
    for (s, segment) in new.enumerated() {
      for row in 0..<segment.documentCount {
        rows[missing[s * CollectionIndexer.segmentSize + row]] = DocumentRow(part: known.count + s, row: row)
      }
    }
    return Reading(segments: known + new, known: known.count, rows: rows.compactMap { $0 })
  }

  /// One index of everything that was read.
  func index(of reading: Reading) -> CollectionIndex {
    let index = TermIndexBuilder(options: options.fitted(to: collection.documentCount), threads: threads)
      .index(of: reading.segments.map(\.counts), rows: reading.rows)
    return CollectionIndex(
      vocabulary: index.vocabulary, matrix: index.matrix,
      signals: reading.rows.map { reading.segments[$0.part].signals[Int32($0.row)] })
  }

  /// The vocabulary, counts and sketches of the collection alone. What was read is given back before this returns.
  func termIndex() throws -> (vocabulary: Vocabulary, matrix: TermMatrix, sketches: [MinHash]) {
    let reading = try read(readsSignals: false)
    let index = TermIndexBuilder(options: options.fitted(to: collection.documentCount), threads: threads)
      .index(of: reading.segments.map(\.counts), rows: reading.rows)
    return (index.vocabulary, index.matrix, reading.sketches)
  }

  /// Everything that what is read in a text depends on, beside the text.
  private var settings: String {
    let versions = "\(IndexSegment.version) \(Version.minyi) \(Version.icu)"
    return ContentHash("\(versions) \(dictionaries.contentHash) \(options.titleWeight)").description
  }

  /// For each document the place where a segment has it.
  private func rows(in segments: [IndexSegment]) -> [DocumentRow?] {
    var places: [ContentHash: DocumentRow] = [:]
    for (s, segment) in segments.enumerated() {
      for (row, hash) in segment.hashes.enumerated() { places[hash] = DocumentRow(part: s, row: row) }
    }
    return collection.hashes.map { places[$0] }
  }

  /// Reads the texts of `documents`: segments them, counts their terms, looks for signals, sketches their characters.
  private func newSegments(of documents: [Int]) throws -> [IndexSegment] {
    let reader = SignalReader(dictionaries.signalWords)
    let extractor = TermExtractor(rules: dictionaries.termRules)
    let done = Counter()
    let builder = TermIndexBuilder(options: options, threads: threads)
    return try threads.map(count: documents.count, chunkSize: CollectionIndexer.segmentSize) { segment in
      try Task.checkCancellation()
      let own = documents[segment]
      let parts = try builder.count(documentCount: own.count) { range, counter in
        let read = try analyzers.withAnalyzer { analyzer in
          let ids = own[(segment.lowerBound + range.lowerBound)..<(segment.lowerBound + range.upperBound)]
          return try collection.texts(of: ids).map { text in
            var signals = TextSignals()
            var sketch = MinHash()
            for (part, isTitle) in [(text.title, true), (text.body, false)] {
              try analyzer.forEachTerm(of: part, by: extractor) {
                counter.add($0[$1], inTitle: isTitle)
              } then: {
                signals.add(reader.signals(of: $0))
                sketch.add($0)
              }
            }
            counter.endDocument()
            sketch.finish()
            return (signals: signals, sketch: sketch)
          }
        }
        progress?(Progress(step: .index, completed: done.add(range.count), total: documents.count))
        return read
      }
      let counts = parts.map(\.counts)
      let read = parts.flatMap(\.beside)
      var signals: [Int32: TextSignals] = [:]
      for (row, text) in read.enumerated() where !text.signals.isEmpty { signals[Int32(row)] = text.signals }
      return IndexSegment(
        hashes: own.map { collection.hashes[$0] },
        counts: TermCounts(merging: counts, rows: counts.rows),
        sketches: read.map(\.sketch), signals: signals)
    }
  }

  /// Keeps what was read for the next run; writes all segments anew when too much of them is out of use.
  func keep(_ reading: Reading) throws {
    let (segments, rows) = (reading.segments, reading.rows)
    let full = (rows.count + CollectionIndexer.segmentSize - 1) / CollectionIndexer.segmentSize
    let total = segments.reduce(0) { $0 + $1.documentCount }
    if segments.count <= full + CollectionIndexer.looseSegments,
      total <= 2 * rows.count + CollectionIndexer.segmentSize
    {
      if reading.known == segments.count { return }
      return try store.addSegments(segments[reading.known...].lazy.map { $0.bytes() }, settings: settings)
    }
    let joined = stride(from: 0, to: rows.count, by: CollectionIndexer.segmentSize).lazy.map { start in
      let own = Array(rows[start..<min(rows.count, start + CollectionIndexer.segmentSize)])
      return IndexSegment(merging: segments, rows: own).bytes()
    }
    try store.replaceSegments(by: joined, settings: settings)
  }
}
