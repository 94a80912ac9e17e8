import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct LatentSpaceTests {
  private func dot(_ matrix: DenseMatrix, _ a: Int, _ b: Int) -> Double {
    zip(matrix.row(a), matrix.row(b)).reduce(0) {
      $0 + Double(matrix.values[$1.0]) * Double(matrix.values[$1.1])
    }
  }

  @Test func withAllDimensionsTheCosinesAreThoseOfTheDocuments() throws {
    // U S of a whole decomposition has the same dot products between rows as the matrix itself.
    var random = SplitMix64(seed: 1)
    for round in 0..<25 {
      let documents = randomDocuments(&random, 2 + random.next(below: 25))
      guard documents.contains(where: { !$0.isEmpty }) else { continue }
      let (_, vectors) = try index(documents)
      let space = LatentSpace(of: SparseMatrix(vectors), dimensions: 40, threads: oneThread)
      let rows = space.documents.dense
      for a in documents.indices {
        for b in 0...a {
          let cosine = vectors.cosine(DocumentID(rawValue: UInt32(a)), DocumentID(rawValue: UInt32(b)))
          #expect(abs(dot(rows, a, b) - cosine) < 2e-3, "round \(round), \(a) \(b): \(documents)")
        }
      }
    }
  }

  @Test func plantedTopicsSeparate() throws {
    let planted = try PlantedTopics(120, topicCount: 2, seed: 2)
    let space = LatentSpace(of: SparseMatrix(planted.vectors), dimensions: 2, threads: oneThread)
    let documents = space.documents.dense
    #expect(space.documents.rows == 120 && space.documents.columns == 2)
    for a in 0..<120 {
      #expect(abs(dot(documents, a, a) - 1) < 1e-4)
      for b in 0..<a {
        let cosine = dot(documents, a, b)
        #expect(planted.topics[a] == planted.topics[b] ? cosine > 0.8 : cosine < 0.6, "\(a) \(b): \(cosine)")
      }
    }
  }

  @Test func threadsDoNotMatterAndTheSeedDecides() throws {
    let planted = try PlantedTopics(2500, topicCount: 3, length: 6, seed: 3)
    let space = LatentSpace(of: SparseMatrix(planted.vectors), dimensions: 5, threads: oneThread)
    for count in [2, 8] {
      let other = LatentSpace(
        of: SparseMatrix(planted.vectors), dimensions: 5, threads: ParallelChunks(threadCount: count))
      #expect(other.documents.lanes == space.documents.lanes, "\(count) threads")
    }
  }

  @Test func documentsWithoutTermsAreZeroAndDimensionsAreAtMostTheRank() throws {
    let (_, vectors) = try index([["a", "b"], [], ["b"], ["a", "b"]])
    let space = LatentSpace(of: SparseMatrix(vectors), dimensions: 50, threads: oneThread)
    #expect(space.documents.columns == 2)
    #expect(space.documents.dense.values[space.documents.dense.row(1)].allSatisfy { $0 == 0 })
    #expect(space.documents.dense.values.allSatisfy { $0.isFinite })
  }
}
