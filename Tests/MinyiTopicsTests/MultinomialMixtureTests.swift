import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct MultinomialMixtureTests {
  private func refined(
    _ clusters: [Int], k: Int, _ matrix: TermMatrix, iterations: Int = 10, threads: ParallelChunks = oneThread
  ) -> [Int] {
    MultinomialMixture(clusters, k: k, matrix: matrix, iterations: iterations, threads: threads)
      .groups(of: matrix, threads)
  }

  @Test func plantedTopicsAreRecoveredFromADamagedStart() throws {
    for (seed, k) in [2, 3, 5].enumerated() {
      let planted = try PlantedTopics(300, topicCount: k, seed: UInt64(seed))
      var random = SplitMix64(seed: UInt64(50 + seed))
      let damaged = planted.topics.map { random.next(below: 10) < 3 ? random.next(below: k) : $0 }
      #expect(damaged != planted.topics)
      let refined = refined(damaged, k: k, planted.vectors.matrix)
      #expect(refined == planted.topics, "\(k) topics")
    }
  }

  @Test func theAssignmentIsThatOfANaiveFit() throws {
    // One round of EM in double precision with dictionaries: fit on hard groups, then take the likeliest.
    var random = SplitMix64(seed: 9)
    for round in 0..<40 {
      let documents = randomDocuments(&random, 14)
      let k = 2 + random.next(below: 3)
      let start = documents.map { _ in random.next(below: k) }
      let (vocabulary, vectors) = try index(documents)
      let refined = refined(start, k: k, vectors.matrix, iterations: 1)
      for (d, document) in documents.enumerated() {
        let scores = (0..<k).map { c -> Double in
          let members = documents.indices.filter { start[$0] == c }
          let all = members.flatMap { documents[$0] }
          let prior = naturalLog(Double(members.count + 1) / Double(documents.count + k))
          return document.reduce(prior) { sum, term in
            let total = Double(all.count) + Double(MultinomialMixture.smoothing) * Double(vocabulary.count)
            return sum
              + naturalLog((Double(all.count { $0 == term }) + Double(MultinomialMixture.smoothing)) / total)
          }
        }
        // Single precision may not tell apart what is nearly equal.
        let best = scores.max() ?? 0
        #expect(scores[refined[d]] >= best - 1e-4, "round \(round), document \(d): \(scores), \(refined[d])")
      }
    }
  }

  @Test func threadsDoNotMatter() throws {
    let planted = try PlantedTopics(2500, topicCount: 4, shared: 7, length: 5, seed: 11)
    var random = SplitMix64(seed: 12)
    let start = planted.topics.map { _ in random.next(below: 4) }
    let matrix = planted.vectors.matrix
    let expected = refined(start, k: 4, matrix)
    #expect(expected != start)
    for count in [2, 8] {
      let threads = ParallelChunks(threadCount: count)
      #expect(refined(start, k: 4, matrix, threads: threads) == expected)
    }
  }

  @Test func oneGroupStaysAsItIs() throws {
    let planted = try PlantedTopics(5, topicCount: 2, seed: 13)
    let zeros = [0, 0, 0, 0, 0]
    #expect(refined(zeros, k: 1, planted.vectors.matrix) == zeros)
  }

  @Test func wordsOfNoDocumentOfTheFitSayNothing() throws {
    // Two texts of the first group and one of the second; what was not in the fit would speak for the smaller group.
    let (_, vectors) = try index([["a", "b"], ["a", "b"], ["c"], ["a", "x", "y", "z"]])
    let matrix = vectors.matrix
    let fit = TermMatrix(
      rowStarts: Array(matrix.rowStarts.prefix(4)), terms: Array(matrix.terms.prefix(5)),
      counts: Array(matrix.counts.prefix(5)), termCount: matrix.termCount)
    let mixture = MultinomialMixture([0, 0, 1], k: 2, matrix: fit, iterations: 1, threads: oneThread)
    #expect(mixture.groups(of: matrix, oneThread) == [0, 0, 1, 0])
  }
}
