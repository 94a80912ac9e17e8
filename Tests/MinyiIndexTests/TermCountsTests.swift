import MinyiIndex
import MinyiModel
import Testing

struct TermCountsTests {
  private let builder = {
    var options = IndexOptions()
    options.maximumDocumentShare = 1
    return TermIndexBuilder(options: options, threads: ParallelChunks(threadCount: 2))
  }()

  private func counts(_ documents: [[Occurrence]]) throws -> TermCounts {
    try builder.count(documentCount: documents.count) { range, counter in
      for document in documents[range] {
        for occurrence in document {
          Array(occurrence.term.utf16).withUnsafeBufferPointer {
            counter.add($0[...], inTitle: occurrence.isInTitle)
          }
        }
        counter.endDocument()
      }
    }.first?.counts ?? TermCounts(merging: [], rows: [])
  }

  /// Vocabulary and matrix, to compare.
  private func shown(_ index: (vocabulary: Vocabulary, matrix: TermMatrix)) -> String {
    let terms = (0..<index.vocabulary.count).map { index.vocabulary[TermID(rawValue: UInt32($0))] }
    let matrix = index.matrix
    return
      "\(terms) \(index.vocabulary.documentFrequencies) \(matrix.rowStarts) \(matrix.terms) \(matrix.counts)"
  }

  @Test func partsMergeIntoExactlyTheIndexOfTheWhole() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomDocuments(seed: seed)
      let documents = random.documents(random.generator.next(below: 40), longest: 12)
      let whole = try counts(documents)
      let rows = documents.indices.map { DocumentRow(part: 0, row: $0) }
      let expected = shown(builder.index(of: [whole], rows: rows))
      // Every document goes to one of three parts, in an order of its own.
      var members: [[Int]] = [[], [], []]
      for d in documents.indices.shuffled(using: &random.generator) {
        members[random.generator.next(below: 3)].append(d)
      }
      let parts = try members.map { try counts($0.map { documents[$0] }) }
      var places = rows
      for (p, part) in members.enumerated() {
        for (row, d) in part.enumerated() { places[d] = DocumentRow(part: p, row: row) }
      }
      #expect(shown(builder.index(of: parts, rows: places)) == expected, "seed \(seed)")
      // The same when two of the parts are joined before.
      let joined = TermCounts(
        merging: Array(parts[1...]),
        rows: (1...2).flatMap { p in members[p].indices.map { DocumentRow(part: p - 1, row: $0) } })
      for d in documents.indices where places[d].part == 2 {
        places[d] = DocumentRow(part: 1, row: members[1].count + places[d].row)
      }
      #expect(shown(builder.index(of: [parts[0], joined], rows: places)) == expected, "seed \(seed), joined")
    }
  }

  @Test func documentsThatAreLeftOutLeaveNothingBehind() throws {
    let all = try counts([["甲", "乙"], ["丙"], ["乙", "丁"]].map { $0.map { Occurrence(term: $0) } })
    let some = try counts([["甲", "乙"], ["乙", "丁"]].map { $0.map { Occurrence(term: $0) } })
    let rows = [DocumentRow(part: 0, row: 0), DocumentRow(part: 0, row: 2)]
    let own = [DocumentRow(part: 0, row: 0), DocumentRow(part: 0, row: 1)]
    #expect(shown(builder.index(of: [all], rows: rows)) == shown(builder.index(of: [some], rows: own)))
    let merged = TermCounts(merging: [all], rows: rows)
    #expect(shown(builder.index(of: [merged], rows: own)) == shown(builder.index(of: [some], rows: own)))
  }

  private func read(_ bytes: [UInt8]) -> TermCounts? {
    bytes.withUnsafeBytes { raw in
      var reader = ArrayReader(raw)
      return TermCounts(from: &reader)
    }
  }

  @Test func countsComeBackFromBytes() throws {
    var random = RandomDocuments(seed: 5)
    for _ in 0..<50 {
      var documents = random.documents(random.generator.next(below: 12), longest: 9)
      documents.append(
        [Occurrence](repeating: Occurrence(term: "热"), count: 250 + random.generator.next(below: 20)))
      let counts = try counts(documents)
      var writer = ArrayWriter()
      counts.write(to: &writer)
      let back = try #require(read(writer.bytes))
      let rows = documents.indices.map { DocumentRow(part: 0, row: $0) }
      #expect(shown(builder.index(of: [back], rows: rows)) == shown(builder.index(of: [counts], rows: rows)))
      for end in 0..<writer.bytes.count { #expect(read(Array(writer.bytes[..<end])) == nil, "cut at \(end)") }
    }
  }

  @Test func bytesThatAreNoCountsAreRefusedWithoutCrash() throws {
    var writer = ArrayWriter()
    try counts([["路灯", "坏"], ["停水", "路灯"]].map { $0.map { Occurrence(term: $0) } }).write(to: &writer)
    var refused = 0
    for position in writer.bytes.indices {
      for bit in 0..<8 {
        var bytes = writer.bytes
        bytes[position] ^= 1 << bit
        guard let counts = read(bytes) else {
          refused += 1
          continue
        }
        // What cannot be told from counts must at least be usable as such.
        let rows = (0..<counts.documentCount).map { DocumentRow(part: 0, row: $0) }
        #expect(builder.index(of: [counts], rows: rows).matrix.documentCount == counts.documentCount)
      }
    }
    #expect(refused > 400)
  }
}
