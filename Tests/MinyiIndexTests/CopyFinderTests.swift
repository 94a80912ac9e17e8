import MinyiIndex
import MinyiModel
import Testing

struct CopyFinderTests {
  private func jaccard(_ a: [Occurrence], _ b: [Occurrence]) -> Double {
    let (left, right) = (Set(a.map(\.term)), Set(b.map(\.term)))
    let all = left.union(right).count
    return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
  }

  /// Documents that repeat an earlier one with a few words changed.
  private func variants(_ random: inout RandomDocuments, _ count: Int) -> [[Occurrence]] {
    var documents: [[Occurrence]] = []
    for _ in 0..<count {
      var document = random.document(longest: 20)
      if let earlier = documents.randomElement(using: &random.generator), random.generator.next(below: 3) > 0
      {
        document = earlier
        if !document.isEmpty, random.generator.next(below: 2) == 0 { document.removeLast() }
        document += random.document(longest: 2)
      }
      documents.append(document)
    }
    return documents
  }

  @Test func equalsTheNaiveRuleOnRandomDocuments() throws {
    var folded = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomDocuments(seed: seed)
      let documents = variants(&random, 2 + random.generator.next(below: 25))
      let matrix = try index(documents).matrix
      let ids = documents.indices.map { DocumentID(rawValue: UInt32($0)) }
      var finder = CopyFinder()
      finder.threshold = [0.5, 0.8, 1][random.generator.next(below: 3)]
      var leaders: [Int] = []
      let expected = documents.indices.map { d -> Int in
        if let leader = leaders.first(where: { jaccard(documents[$0], documents[d]) >= finder.threshold }) {
          return leader
        }
        leaders.append(d)
        return d
      }
      folded += documents.count - leaders.count
      #expect(finder.leaders(of: ids, in: matrix).map(\.index) == expected, "seed \(seed)")
    }
    #expect(folded > 300)
  }

  @Test func stepsDoNotChainStrangersTogether() throws {
    // Each text shares 8 of 10 words with the next, the first and the last share none.
    let words = (0..<30).map { "词\($0)" }
    let documents = (0...10).map { step in words[(2 * step)..<(2 * step + 10)].map { Occurrence(term: $0) } }
    let matrix = try index(documents).matrix
    var finder = CopyFinder()
    finder.threshold = 0.6
    let leaders = finder.leaders(of: documents.indices.map { DocumentID(rawValue: UInt32($0)) }, in: matrix)
    for (d, leader) in leaders.enumerated() { #expect(jaccard(documents[d], documents[leader.index]) >= 0.6) }
    #expect(Set(leaders).count > 3)
  }
}
