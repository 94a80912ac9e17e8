import MinyiIndex
import MinyiModel
import Testing

struct NeighbourGraphTests {
  /// By document: the others at least as near as `threshold`, from all pairs.
  private func naive(_ vectors: DocumentVectors, _ threshold: Double) -> [[Int32: Double]] {
    let documents = (0..<vectors.matrix.documentCount).map { DocumentID(rawValue: UInt32($0)) }
    return documents.map { a in
      var near: [Int32: Double] = [:]
      for b in documents where b != a {
        let cosine = vectors.cosine(a, b)
        if cosine >= threshold { near[Int32(b.rawValue)] = cosine }
      }
      return near
    }
  }

  private func found(_ graph: NeighbourGraph) -> [[Int32: Double]] {
    graph.names.indices.map { i in
      Dictionary(
        uniqueKeysWithValues: graph.neighbours[graph.starts[i]..<graph.starts[i + 1]].map {
          ($0.name, $0.similarity)
        })
    }
  }

  @Test func allPairsAreThoseOfTheNaiveSearch() throws {
    var pairs = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomDocuments(seed: seed)
      let documents = random.documents(
        1 + random.generator.next(below: 60), longest: 1 + random.generator.next(below: 12))
      let (_, vectors) = try vectors(of: documents)
      for threshold in [0.01, 0.15, 0.4, 0.75, 0.95] {
        let expected = naive(vectors, threshold)
        let graph = NeighbourGraph(of: vectors, threshold: threshold, threads: ParallelChunks(threadCount: 2))
        #expect(found(graph) == expected, "seed \(seed), threshold \(threshold): \(shown(documents))")
        pairs += expected.reduce(0) { $0 + $1.count }
      }
    }
    #expect(pairs > 20_000)
  }

  @Test func threadsDoNotMatter() throws {
    // More than two chunks of documents.
    var random = RandomDocuments(seed: 7)
    let (_, vectors) = try vectors(of: random.documents(2500, longest: 4))
    let expected = NeighbourGraph(of: vectors, threshold: 0.9, threads: ParallelChunks(threadCount: 1))
    #expect(!expected.neighbours.isEmpty)
    for threads in [2, 8] {
      let graph = NeighbourGraph(of: vectors, threshold: 0.9, threads: ParallelChunks(threadCount: threads))
      #expect(graph.neighbours == expected.neighbours && graph.starts == expected.starts, "\(threads)")
    }
  }

  @Test func documentsWithoutTermsHaveNoNeighbours() throws {
    let (_, vectors) = try vectors(of: [[], [], [Occurrence(term: "路灯")]])
    let graph = NeighbourGraph(of: vectors, threshold: 0.01, threads: ParallelChunks(threadCount: 1))
    #expect(graph.names == [0, 1, 2] && graph.neighbours.isEmpty)
  }
}
