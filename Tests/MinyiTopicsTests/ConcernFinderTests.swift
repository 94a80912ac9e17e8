import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct ConcernFinderTests {
  @Test func concernsAreTheGroupsThatRecurLargestFirst() throws {
    var random = SplitMix64(seed: 1)
    var kept = 0
    for round in 0..<80 {
      let documents = randomDocuments(&random, random.next(below: 30))
      let (_, vectors) = try index(documents)
      let posts = documents.map { _ in 1 + random.next(below: 3) }
      var finder = ConcernFinder(threads: oneThread)
      finder.minimumPosts = 1 + random.next(below: 5)
      let cut = [0.2, 0.5][random.next(below: 2)]
      finder.cut = cut
      func count(_ members: [DocumentID]) -> Int { members.reduce(0) { $0 + posts[$1.index] } }
      // What recurs often enough and has a term at all.
      let expected = AverageLinkage(cut: cut, threads: oneThread).groups(of: vectors)
        .filter { count($0) >= finder.minimumPosts && $0.allSatisfy { !documents[$0.index].isEmpty } }
      let concerns = finder.concerns(of: vectors, postCounts: posts)
      kept += concerns.count
      #expect(
        Set(concerns.map(\.members)) == Set(expected) && concerns.count == expected.count, "round \(round)")
      #expect(concerns.map(\.id.rawValue) == concerns.indices.map { Int32($0 + 1) })
      for (a, b) in zip(concerns, concerns.dropFirst()) {
        let (left, right) = (count(a.members), count(b.members))
        #expect(left > right || (left == right && a.members[0] < b.members[0]), "round \(round): \(a.id)")
      }
    }
    #expect(kept > 100)
  }

  @Test func nothingGivesNoConcern() throws {
    let finder = ConcernFinder(threads: oneThread)
    let (_, none) = try index([])
    #expect(finder.concerns(of: none, postCounts: []).isEmpty)
    // Texts without a term are like no other, however often they come.
    let (_, empty) = try index([[], [], []])
    #expect(finder.concerns(of: empty, postCounts: [5, 5, 5]).isEmpty)
    // One text that came twice recurs.
    let (_, one) = try index([["路灯"]])
    #expect(finder.concerns(of: one, postCounts: [1]).isEmpty)
    let concerns = finder.concerns(of: one, postCounts: [2])
    #expect(concerns.map(\.members) == [[DocumentID(rawValue: 0)]])
    #expect(concerns.allSatisfy { abs(($0.similarities.first ?? 0) - 1) < 1e-4 })
  }

  @Test func similaritiesAndTermsAreThoseOfTheCentroid() throws {
    let planted = try PlantedTopics(80, topicCount: 3, seed: 2)
    let vectors = planted.vectors
    let concerns = ConcernFinder(threads: oneThread).concerns(
      of: vectors, postCounts: [Int](repeating: 1, count: 80))
    #expect(concerns.count >= 3)
    for concern in concerns {
      // The centroid by the definition: the sum of the members' vectors.
      var sum = [Double](repeating: 0, count: vectors.matrix.termCount)
      for member in concern.members {
        for e in vectors.matrix.row(member.index) {
          sum[Int(vectors.matrix.terms[e])] += Double(vectors.weights[e]) / DocumentVectors.unit
        }
      }
      let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for (member, similarity) in zip(concern.members, concern.similarities) {
        let dot = vectors.matrix.row(member.index).reduce(0.0) {
          $0 + Double(vectors.weights[$1]) / DocumentVectors.unit * sum[Int(vectors.matrix.terms[$1])]
        }
        #expect(abs(similarity - dot / length) < 1e-9, "\(concern.id) \(member)")
      }
      let weights = concern.terms.map(\.weight)
      #expect(weights == weights.sorted(by: >))
      #expect(concern.terms.count == min(256, sum.count { $0 > 0 }))
      for (term, weight) in concern.terms {
        #expect(abs(weight - sum[Int(term.rawValue)] / Double(concern.members.count)) < 1e-9)
      }
    }
  }

  @Test func threadsDoNotMatter() throws {
    // Small groups, so that describing takes several chunks.
    var random = SplitMix64(seed: 3)
    let documents = randomDocuments(&random, 700, wordCount: 300)
    let (_, vectors) = try index(documents)
    func concerns(_ threads: Int) -> [Concern] {
      ConcernFinder(threads: ParallelChunks(threadCount: threads))
        .concerns(of: vectors, postCounts: [Int](repeating: 1, count: documents.count))
    }
    let expected = concerns(1)
    #expect(expected.count > 64)
    for threads in [2, 8] { #expect(concerns(threads) == expected, "\(threads) threads") }
  }

  @Test func aCentroidOfNothingIsLikeNothing() throws {
    let (_, vectors) = try index([["a"], []])
    var scratch = Centroid.Scratch(termCount: vectors.matrix.termCount)
    let empty = Centroid(of: [DocumentID(rawValue: 1)], in: vectors, &scratch)
    #expect(empty.heaviestTerms(9).isEmpty && empty.size == 1)
    #expect(empty.cosine(to: DocumentID(rawValue: 0), in: vectors) == 0)
  }
}
