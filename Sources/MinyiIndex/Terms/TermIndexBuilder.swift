public import MinyiModel

/// Counts the terms of documents and makes the vocabulary and the matrix of them.
///
/// Chunks of documents are counted apart, each by one thread with a `DocumentCounter` of its own, and joined
/// in a way that depends on the set of documents and their order only.
public struct TermIndexBuilder: Sendable {
  /// Documents counted at a time; large enough that few terms are new to a chunk.
  static let chunkSize = 2048

  public let options: IndexOptions
  public let threads: ParallelChunks

  public init(options: IndexOptions = IndexOptions(), threads: ParallelChunks) {
    self.options = options
    self.threads = threads
  }

  /// The index of `documentCount` documents; `count` adds the terms of documents `range`, in order, calling
  /// `endDocument()` after each. What `count` returns comes back in chunk order.
  ///
  /// O(occurrences + terms × log terms); memory 8 bytes an entry beside the terms' text.
  public func build<Beside: Sendable>(
    documentCount: Int,
    _ count: @Sendable (_ range: Range<Int>, _ counter: inout DocumentCounter) throws -> Beside
  ) throws -> (vocabulary: Vocabulary, matrix: TermMatrix, beside: [Beside]) {
    let chunks = try threads.map(count: documentCount, chunkSize: TermIndexBuilder.chunkSize) { range in
      var counter = DocumentCounter(titleWeight: options.titleWeight)
      let beside = try count(range, &counter)
      return (counter: counter, beside: beside)
    }
    let parts = chunks.map(\.counter)
    let merged = mergedVocabulary(of: parts, documentCount: documentCount)
    let matrix = matrix(of: parts, newIDs: merged.newIDs, termCount: merged.vocabulary.count)
    return (merged.vocabulary, matrix, chunks.map(\.beside))
  }

  /// Sorts the terms of all parts together and gives ids to those within the cuts.
  private func mergedVocabulary(
    of parts: [DocumentCounter], documentCount: Int
  ) -> (vocabulary: Vocabulary, newIDs: [[Int32]]) {
    var all = TermTable()
    var frequencies: [Int32] = []
    var unsorted: [[Int32]] = []
    for part in parts {
      var numbers = [Int32](repeating: 0, count: part.table.count)
      for term in 0..<part.table.count {
        let number = part.table.withUnits(of: term) { all.insert($0) }
        numbers[term] = number
        if Int(number) == frequencies.count { frequencies.append(0) }
        frequencies[Int(number)] += part.documentFrequencies[term]
      }
      unsorted.append(numbers)
    }
    let maximum = max(
      Double(options.minimumDocumentFrequency), options.maximumDocumentShare * Double(documentCount))
    let kept = (0..<all.count).filter {
      frequencies[$0] >= options.minimumDocumentFrequency && Double(frequencies[$0]) <= maximum
    }
    let sorted = all.sorted(kept)
    var newID = [Int32](repeating: -1, count: all.count)
    var table = TermTable()
    for number in sorted { newID[number] = all.withUnits(of: number) { table.insert($0) } }
    let vocabulary = Vocabulary(table: table, documentFrequencies: sorted.map { frequencies[$0] })
    return (vocabulary, unsorted.map { numbers in numbers.map { newID[Int($0)] } })
  }

  private func matrix(of parts: [DocumentCounter], newIDs: [[Int32]], termCount: Int) -> TermMatrix {
    var rowStarts = [0]
    var terms: [UInt32] = []
    var counts: [UInt32] = []
    var row: [(term: UInt32, count: UInt32)] = []
    for (part, newID) in zip(parts, newIDs) {
      for d in 0..<part.documentCount {
        row.removeAll(keepingCapacity: true)
        for entry in part.rowStarts[d]..<part.rowStarts[d + 1] {
          let id = newID[Int(part.terms[entry])]
          if id >= 0 { row.append((UInt32(id), part.counts[entry])) }
        }
        row.sort { $0.term < $1.term }
        for entry in row {
          terms.append(entry.term)
          counts.append(entry.count)
        }
        rowStarts.append(terms.count)
      }
    }
    return TermMatrix(rowStarts: rowStarts, terms: terms, counts: counts, termCount: termCount)
  }
}

extension TermTable {
  /// `numbers` in the order of their terms' units.
  fileprivate func sorted(_ numbers: [Int]) -> [Int] {
    units.withUnsafeBufferPointer { units in
      numbers.sorted { a, b in
        units[starts[a]..<starts[a + 1]].lexicographicallyPrecedes(units[starts[b]..<starts[b + 1]])
      }
    }
  }
}
