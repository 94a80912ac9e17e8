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
    let maximum = max(
      Double(options.minimumDocumentFrequency), options.maximumDocumentShare * Double(rows.count))
    let merged = MergedTerms(of: parts, rows: rows, threads: threads) {
      $0 >= options.minimumDocumentFrequency && Double($0) <= maximum
    }
    return (
      Vocabulary(table: merged.table, documentFrequencies: merged.documentFrequencies),
      matrix(of: parts, rows, merged)
    )
  }

  private func matrix(of parts: [TermCounts], _ rows: [DocumentRow], _ merged: MergedTerms) -> TermMatrix {
    // 1. where each row lies
    let lengths = threads.map(count: rows.count, chunkSize: TermIndexBuilder.chunkSize) { range in
      rows[range].map { row in
        let part = parts[row.part]
        return part.row(row.row).count { merged.numbers[row.part][Int(part.terms[$0])] >= 0 }
      }
    }
    var rowStarts = [0]
    rowStarts.reserveCapacity(rows.count + 1)
    for length in lengths.joined() { rowStarts.append(rowStarts[rowStarts.count - 1] + length) }
    // 2. the entries, which ascend in a row as they did in its part
    var counts: [UInt32] = []
    let terms = [UInt32](unsafeUninitializedCapacity: rowStarts[rows.count]) { terms, termCount in
      counts = [UInt32](unsafeUninitializedCapacity: rowStarts[rows.count]) { counts, countCount in
        // Each row's entries are written by one chunk only, and the rows lie side by side.
        nonisolated(unsafe) let (terms, counts) = (terms, counts)
        _ = threads.map(count: rows.count, chunkSize: TermIndexBuilder.chunkSize) { [rowStarts] range in
          for r in range {
            let (part, numbers) = (parts[rows[r].part], merged.numbers[rows[r].part])
            var place = rowStarts[r]
            for entry in part.row(rows[r].row) where numbers[Int(part.terms[entry])] >= 0 {
              terms.initializeElement(at: place, to: UInt32(numbers[Int(part.terms[entry])]))
              counts.initializeElement(at: place, to: part.counts[entry])
              place += 1
            }
          }
        }
        (termCount, countCount) = (rowStarts[rows.count], rowStarts[rows.count])
      }
    }
    return TermMatrix(rowStarts: rowStarts, terms: terms, counts: counts, termCount: merged.table.count)
  }
}
