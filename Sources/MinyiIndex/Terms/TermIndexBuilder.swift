public import MinyiModel

/// Counts the terms of documents and makes the vocabulary and the matrix of them.
///
/// 1. Chunks of documents are counted apart, each by one thread (`count`).
/// 2. The parts are merged in a way that depends on the set of documents and their order only (`index`).
public struct TermIndexBuilder: Sendable {
  /// Documents counted at a time; large enough that few terms are new to a chunk.
  static let chunkSize = 2048

  /// What becomes a term, and what a title counts.
  public let options: IndexOptions
  /// Threads that may work at once. No result depends on it.
  public let threads: ParallelChunks

  /// A builder; it keeps nothing between two builds.
  public init(options: IndexOptions = IndexOptions(), threads: ParallelChunks) {
    self.options = options
    self.threads = threads
  }

  /// The index of `documentCount` documents, both steps at once.
  public func build<Beside: Sendable>(
    documentCount: Int,
    _ count: @Sendable (_ range: Range<Int>, _ counter: inout DocumentCounter) throws -> Beside
  ) throws -> (vocabulary: Vocabulary, matrix: TermMatrix, beside: [Beside]) {
    let parts = try self.count(documentCount: documentCount, count)
    let counts = parts.map(\.counts)
    let index = index(of: counts, rows: counts.rows)
    return (index.vocabulary, index.matrix, parts.map(\.beside))
  }

  /// The counts of `documentCount` documents, in chunks; `count` adds the terms of documents `range`, in order, calling
  /// `endDocument()` after each. What it returns stands beside the chunk's counts. O(occurrences).
  public func count<Beside: Sendable>(
    documentCount: Int,
    _ count: @Sendable (_ range: Range<Int>, _ counter: inout DocumentCounter) throws -> Beside
  ) throws -> [(counts: TermCounts, beside: Beside)] {
    try threads.map(count: documentCount, chunkSize: TermIndexBuilder.chunkSize) { range in
      var counter = DocumentCounter(titleWeight: options.titleWeight)
      let beside = try count(range, &counter)
      return (counter.counted(), beside)
    }
  }

  /// The index of the documents `rows` of `parts`, in their order. It is the same however the documents were divided among
  /// parts. O(entries + terms × log terms).
  public func index(of parts: [TermCounts], rows: [DocumentRow]) -> (
    vocabulary: Vocabulary, matrix: TermMatrix
  ) {
    let merged = mergedVocabulary(of: parts, rows)
    return (
      merged.vocabulary, matrix(of: parts, rows, newIDs: merged.newIDs, termCount: merged.vocabulary.count)
    )
  }

  /// Sorts the terms of all parts together and gives ids to those within the cuts.
  private func mergedVocabulary(
    of parts: [TermCounts], _ rows: [DocumentRow]
  ) -> (vocabulary: Vocabulary, newIDs: [[Int32]]) {
    // 1. one number for the same term of several parts
    var all = TermTable()
    let numbers = parts.map { part in
      (0..<part.list.count).map { term in part.list.withUnits(of: term) { all.insert($0) } }
    }
    // 2. documents in which it occurs
    var frequencies = [Int32](repeating: 0, count: all.count)
    for row in rows {
      let part = parts[row.part]
      for entry in part.row(row.row) { frequencies[Int(numbers[row.part][Int(part.terms[entry])])] += 1 }
    }
    // 3. ids in the order of the terms' units
    let maximum = max(
      Double(options.minimumDocumentFrequency), options.maximumDocumentShare * Double(rows.count))
    let minimum = max(1, options.minimumDocumentFrequency)
    let kept = (0..<all.count).filter {
      frequencies[$0] >= minimum && Double(frequencies[$0]) <= maximum
    }
    let sorted = all.list.sorted(kept)
    var newID = [Int32](repeating: -1, count: all.count)
    var table = TermTable()
    for number in sorted { newID[number] = all.list.withUnits(of: number) { table.insert($0) } }
    let vocabulary = Vocabulary(table: table, documentFrequencies: sorted.map { frequencies[$0] })
    return (vocabulary, numbers.map { $0.map { newID[Int($0)] } })
  }

  private func matrix(
    of parts: [TermCounts], _ rows: [DocumentRow], newIDs: [[Int32]], termCount: Int
  ) -> TermMatrix {
    // 1. where each row lies
    let lengths = threads.map(count: rows.count, chunkSize: TermIndexBuilder.chunkSize) { range in
      rows[range].map { row in
        let part = parts[row.part]
        return part.row(row.row).count { newIDs[row.part][Int(part.terms[$0])] >= 0 }
      }
    }
    var rowStarts = [0]
    rowStarts.reserveCapacity(rows.count + 1)
    for length in lengths.joined() { rowStarts.append(rowStarts[rowStarts.count - 1] + length) }
    // 2. the entries, ascending in a row
    var terms = [UInt32](repeating: 0, count: rowStarts[rows.count])
    var counts = terms
    terms.withUnsafeMutableBufferPointer { terms in
      counts.withUnsafeMutableBufferPointer { counts in
        // Each row's entries are written by one chunk only.
        nonisolated(unsafe) let (terms, counts) = (terms, counts)
        _ = threads.map(count: rows.count, chunkSize: TermIndexBuilder.chunkSize) { [rowStarts] range in
          /// id · 2³² + count.
          var entries: [UInt64] = []
          for r in range {
            let part = parts[rows[r].part]
            entries.removeAll(keepingCapacity: true)
            for entry in part.row(rows[r].row) {
              let id = newIDs[rows[r].part][Int(part.terms[entry])]
              if id >= 0 { entries.append(UInt64(id) << 32 | UInt64(part.counts[entry])) }
            }
            entries.sort()
            for (i, entry) in entries.enumerated() {
              terms[rowStarts[r] + i] = UInt32(truncatingIfNeeded: entry >> 32)
              counts[rowStarts[r] + i] = UInt32(truncatingIfNeeded: entry)
            }
          }
        }
      }
    }
    return TermMatrix(rowStarts: rowStarts, terms: terms, counts: counts, termCount: termCount)
  }
}
