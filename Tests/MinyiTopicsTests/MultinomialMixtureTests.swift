import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct MultinomialMixtureTests {
  @Test func plantedTopicsAreRecoveredFromADamagedStart() throws {
    for (seed, k) in [2, 3, 5].enumerated() {
      let planted = try PlantedTopics(300, topicCount: k, seed: UInt64(seed))
      var random = SplitMix64(seed: UInt64(50 + seed))
      let damaged = planted.topics.map { random.next(below: 10) < 3 ? random.next(below: k) : $0 }
      #expect(damaged != planted.topics)
      let refined = MultinomialMixture(threads: oneThread).refined(
        damaged, k: k, matrix: planted.vectors.matrix)
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
      var mixture = MultinomialMixture(threads: oneThread)
      mixture.iterations = 1
      let refined = mixture.refined(start, k: k, matrix: vectors.matrix)
      for (d, document) in documents.enumerated() {
        let scores = (0..<k).map { c -> Double in
          let members = documents.indices.filter { start[$0] == c }
          let all = members.flatMap { documents[$0] }
          let prior = naturalLog(Double(members.count + 1) / Double(documents.count + k))
          return document.reduce(prior) { sum, term in
            let total = Double(all.count) + mixture.smoothing * Double(vocabulary.count)
            return sum + naturalLog((Double(all.count { $0 == term }) + mixture.smoothing) / total)
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
    let expected = MultinomialMixture(threads: oneThread).refined(start, k: 4, matrix: matrix)
    #expect(expected != start)
    for count in [2, 8] {
      let threads = ParallelChunks(threadCount: count)
      #expect(MultinomialMixture(threads: threads).refined(start, k: 4, matrix: matrix) == expected)
    }
  }

  @Test func oneGroupStaysAsItIs() throws {
    let planted = try PlantedTopics(5, topicCount: 2, seed: 13)
    let zeros = [0, 0, 0, 0, 0]
    #expect(
      MultinomialMixture(threads: oneThread).refined(zeros, k: 1, matrix: planted.vectors.matrix) == zeros)
  }
}
