import MinyiIndex
import MinyiModel
import Testing

/// The index against one counted with dictionaries.
struct TermIndexBuilderTests {
  /// What a naive counter finds.
  private struct Counted: Equatable {
    var terms: [String] = []
    var frequencies: [Int32] = []
    /// By document, count by term.
    var counts: [[String: UInt32]] = []
  }

  private func counted(_ documents: [[Occurrence]], _ options: IndexOptions) -> Counted {
    var frequencies: [String: Int32] = [:]
    var counts: [[String: UInt32]] = []
    for document in documents {
      var count: [String: UInt32] = [:]
      for occurrence in document {
        count[occurrence.term, default: 0] += occurrence.isInTitle ? UInt32(options.titleWeight) : 1
      }
      for term in count.keys { frequencies[term, default: 0] += 1 }
      counts.append(count)
    }
    let least = options.minimumDocumentFrequency
    let most = max(Double(least), options.maximumDocumentShare * Double(documents.count))
    let kept = frequencies.filter { Int($0.value) >= least && Double($0.value) <= most }
    let terms = kept.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    return Counted(
      terms: terms, frequencies: terms.map { kept[$0] ?? 0 },
      counts: counts.map { $0.filter { kept[$0.key] != nil } })
  }

  private func read(_ vocabulary: Vocabulary, _ matrix: TermMatrix) -> Counted {
    let terms = (0..<vocabulary.count).map { vocabulary[TermID(rawValue: UInt32($0))] }
    let counts = (0..<matrix.documentCount).map { d in
      Dictionary(
        uniqueKeysWithValues: matrix.row(d).map { (terms[Int(matrix.terms[$0])], matrix.counts[$0]) })
    }
    return Counted(terms: terms, frequencies: vocabulary.documentFrequencies, counts: counts)
  }

  @Test func theIndexIsThatOfANaiveCount() throws {
    var random = RandomDocuments(seed: 1)
    for round in 0..<300 {
      let documents = random.documents(random.generator.next(below: 25), longest: 12)
      var options = IndexOptions()
      options.titleWeight = 1 + random.generator.next(below: 4)
      options.minimumDocumentFrequency = 1 + random.generator.next(below: 3)
      options.maximumDocumentShare = [0.1, 0.3, 0.5, 1][random.generator.next(below: 4)]
      let (vocabulary, matrix) = try index(documents, options: options)
      #expect(
        read(vocabulary, matrix) == counted(documents, options),
        "round \(round), \(options): \(shown(documents))")
      for d in 0..<matrix.documentCount {
        let row = matrix.terms[matrix.row(d)]
        #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 }, "row \(d) of \(shown(documents))")
      }
      #expect(matrix.documentCount == documents.count && matrix.termCount == vocabulary.count)
    }
  }

  @Test func severalChunksOnAnyThreadsGiveTheSame() throws {
    // More than two chunks of documents, terms of which many are first seen in a late one.
    var random = SplitMix64(seed: 2)
    let documents = (0..<5000).map { d in
      (0..<1 + random.next(below: 4)).map { _ in
        Occurrence(term: "词\(random.next(below: 20 + d / 2))", isInTitle: random.next(below: 3) == 0)
      }
    }
    let options = IndexOptions()
    let expected = counted(documents, options)
    #expect(expected.terms.count > 1000)
    for threads in [1, 2, 8] {
      let (vocabulary, matrix) = try index(documents, options: options, threads: threads)
      #expect(read(vocabulary, matrix) == expected, "\(threads) threads")
    }
  }

  @Test func theOrderOfDocumentsMovesRowsOnly() throws {
    var random = RandomDocuments(seed: 3)
    for _ in 0..<50 {
      let documents = random.documents(20, longest: 8)
      let (vocabulary, matrix) = try index(documents)
      let order = Array(documents.indices).shuffled(using: &random.generator)
      let (other, shuffled) = try index(order.map { documents[$0] })
      let plain = read(vocabulary, matrix)
      let moved = read(other, shuffled)
      #expect(plain.terms == moved.terms && plain.frequencies == moved.frequencies, "\(shown(documents))")
      #expect(order.map { plain.counts[$0] } == moved.counts, "\(shown(documents))")
    }
  }

  @Test func whatCountingReturnsComesInChunkOrder() throws {
    let builder = TermIndexBuilder(threads: ParallelChunks(threadCount: 8))
    let built = try builder.build(documentCount: 9000) { range, counter in
      for _ in range { counter.endDocument() }
      return range
    }
    #expect(built.beside.flatMap { Array($0) } == Array(0..<9000))
    #expect(built.beside.count > 1 && built.vocabulary.count == 0 && built.matrix.documentCount == 9000)
  }

  @Test func anErrorOfCountingIsThrown() {
    struct Failure: Error {}
    let builder = TermIndexBuilder(threads: ParallelChunks(threadCount: 2))
    #expect(throws: Failure.self) {
      try builder.build(documentCount: 3) { _, _ in throw Failure() }
    }
  }

  @Test func noDocumentsMakeAnEmptyIndex() throws {
    let (vocabulary, matrix) = try index([])
    #expect(vocabulary.count == 0 && matrix.documentCount == 0 && matrix.termCount == 0)
  }
}
