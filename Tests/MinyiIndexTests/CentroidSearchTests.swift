import MinyiIndex
import MinyiModel
import Testing

struct CentroidSearchTests {
  /// Documents of random terms in random groups, and what a loop over all groups finds.
  struct Sample {
    let vectors: DocumentVectors
    let groups: [[DocumentID]]

    init(seed: UInt64, documents: Int, groupCount: Int) throws {
      var random = SplitMix64(seed: seed)
      // Some terms are in nearly all documents, most in a few.
      let texts = (0..<documents).map { _ in
        (0..<random.next(below: 20)).map { _ in
          "w\(random.next(below: 1 + random.next(below: 1 + random.next(below: 400))))"
        }.joined(separator: " ")
      }
      vectors = try MinyiIndexTests.vectors(ofTexts: texts).vectors
      var groups = [[DocumentID]](repeating: [], count: groupCount)
      for d in 0..<documents {
        groups[random.next(below: groupCount)].append(DocumentID(rawValue: UInt32(d)))
      }
      self.groups = groups.filter { !$0.isEmpty }
    }

    /// The cosines of a document to all groups, in floating point.
    func cosines(of d: Int) -> [Double] {
      groups.map { members in
        var sum = [Double](repeating: 0, count: vectors.matrix.termCount)
        for member in members {
          for e in vectors.matrix.row(member.index) {
            sum[Int(vectors.matrix.terms[e])] += Double(vectors.weights[e])
          }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let dot = vectors.matrix.row(d).reduce(0) {
          $0 + Double(vectors.weights[$1]) * sum[Int(vectors.matrix.terms[$1])]
        }
        return length > 0 ? dot / (length * DocumentVectors.unit) : 0
      }
    }

    func nearest(_ d: Int, _ search: inout CentroidSearch, limit: Int) -> (
      first: CentroidSearch.Match?, second: CentroidSearch.Match?
    ) {
      let row = vectors.matrix.row(d)
      let terms = Array(vectors.matrix.terms[row])
      let weights = Array(vectors.weights[row])
      return terms.withUnsafeBufferPointer { terms in
        weights.withUnsafeBufferPointer { search.nearest(terms, $0, postingLimit: limit) }
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func findsTheNearestAndTheNextAsALoopOverAllGroupsDoes(_ seed: UInt64) throws {
    let sample = try Sample(seed: seed, documents: 300, groupCount: 40)
    let index = CentroidIndex(
      of: sample.groups, in: sample.vectors, threads: ParallelChunks(threadCount: 2))
    var search = CentroidSearch(index)
    for d in 0..<300 where !sample.vectors.matrix.row(d).isEmpty {
      let cosines = sample.cosines(of: d)
      let sorted = cosines.sorted(by: >)
      let (first, second) = sample.nearest(d, &search, limit: .max)
      let found = try #require(first)
      // Centroids are rounded to a unit of 2^-14.
      #expect(abs(found.cosine - cosines[found.group]) < 0.002, "\(d)")
      #expect(found.cosine > sorted[0] - 0.002)
      if sorted[1] > 0.002 {
        let next = try #require(second)
        #expect(next.group != found.group && next.cosine > sorted[1] - 0.002)
      }
    }
  }

  /// Bounds may save work, not change the nearest of those that share a rarer word.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func boundsDoNotChangeTheNearest(_ seed: UInt64) throws {
    let sample = try Sample(seed: seed, documents: 400, groupCount: 60)
    let index = CentroidIndex(
      of: sample.groups, in: sample.vectors, threads: ParallelChunks(threadCount: 1))
    var search = CentroidSearch(index)
    var compared = 0
    for d in 0..<400 where !sample.vectors.matrix.row(d).isEmpty {
      let whole = sample.nearest(d, &search, limit: .max)
      for limit in [0, 20, 100, 1000] {
        let (first, _) = sample.nearest(d, &search, limit: limit)
        // Where the nearest shares everyday words alone, another may be found; never one that is nearer.
        if let first, let best = whole.first {
          #expect(first.dot <= best.dot)
          if first == best { compared += 1 }
        }
      }
    }
    #expect(compared > 1200, "\(compared)")
  }

  @Test func aTextWithoutTermsIsNearNothing() throws {
    let sample = try Sample(seed: 9, documents: 50, groupCount: 5)
    let index = CentroidIndex(
      of: sample.groups, in: sample.vectors, threads: ParallelChunks(threadCount: 1))
    var search = CentroidSearch(index)
    let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
    let (first, second) = search.nearest(none, UnsafeBufferPointer(start: nil, count: 0))
    #expect(first == nil && second == nil)
    var empty = CentroidSearch(
      CentroidIndex(of: [], in: sample.vectors, threads: ParallelChunks(threadCount: 1)))
    #expect(sample.nearest(0, &empty, limit: .max).first == nil)
  }

  /// What a member is like without itself is what it is like once it is taken out.
  @Test func likenessesAreThoseOfTheOthers() throws {
    let sample = try Sample(seed: 5, documents: 120, groupCount: 12)
    let threads = ParallelChunks(threadCount: 2)
    let found = MemberLikeness.likenesses(of: sample.groups, in: sample.vectors, threads: threads)
    for (g, members) in sample.groups.enumerated() {
      for (i, member) in members.enumerated() {
        var groups = sample.groups
        groups[g].remove(at: i)
        let index = CentroidIndex(of: [groups[g]], in: sample.vectors, threads: threads)
        var search = CentroidSearch(index)
        let expected = sample.nearest(member.index, &search, limit: .max).first?.cosine ?? 0
        #expect(abs(found[g][i] - expected) < 0.002)
      }
    }
  }
}
