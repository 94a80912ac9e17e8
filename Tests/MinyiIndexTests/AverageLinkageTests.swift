import MinyiIndex
import MinyiModel
import Testing

struct AverageLinkageTests {
  private func groups(_ vectors: DocumentVectors, cut: Double, threads: Int = 1) -> [[Int]] {
    AverageLinkage(cut: cut, threads: ParallelChunks(threadCount: threads)).groups(of: vectors)
      .map { $0.map(\.index) }
  }

  @Test func groupsAreThoseOfTheTextbook() throws {
    var random = RandomDocuments(seed: 1)
    var merges = 0
    for round in 0..<600 {
      // Few words and short texts make many ties; long ones many steps.
      let documents = random.documents(
        1 + random.generator.next(below: 24), longest: 1 + random.generator.next(below: 9),
        wordCount: 4 + random.generator.next(below: 21))
      let (_, vectors) = try vectors(of: documents)
      for cut in [0.05, 0.2, 0.4, 0.8] {
        let expected = NaiveLinkage(vectors, cut: cut).groups
        merges += documents.count - expected.count
        #expect(groups(vectors, cut: cut) == expected, "round \(round), cut \(cut): \(shown(documents))")
      }
    }
    #expect(merges > 5000)
  }

  /// Documents of `topicCount` topics with words of their own, and some words that all share.
  private func topics(_ random: inout RandomDocuments, _ topicCount: Int, each size: Int) -> [[Occurrence]] {
    (0..<topicCount * size).map { d in
      let own = (0..<8).filter { _ in random.generator.next(below: 5) > 0 }.map { "题\(d % topicCount)词\($0)" }
      return own.map { Occurrence(term: $0) } + random.document(longest: 3)
    }
  }

  @Test func stagesFindWhatTheTextbookFindsWhenGroupsAreClear() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomDocuments(seed: seed)
      let documents = topics(&random, 12, each: 15)
      let (_, vectors) = try vectors(of: documents)
      var linkage = AverageLinkage(cut: 0.3, threads: ParallelChunks(threadCount: 2))
      let expected = linkage.groups(of: vectors)
      linkage.exactWork = 0
      #expect(linkage.groups(of: vectors) == expected, "seed \(seed)")
      #expect(expected.filter { $0.count >= 12 }.count >= 10)
    }
  }

  @Test func stagesKeepEveryDocumentAndMergeNothingBelowTheCut() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = RandomDocuments(seed: seed)
      let documents = random.documents(120, longest: 9)
      let (_, vectors) = try vectors(of: documents)
      for cut in [0.2, 0.5, 0.8] {
        var linkage = AverageLinkage(cut: cut, threads: ParallelChunks(threadCount: 1))
        linkage.exactWork = 0
        let groups = linkage.groups(of: vectors)
        #expect(groups.flatMap { $0.map(\.index) }.sorted() == Array(documents.indices))
        linkage = AverageLinkage(cut: cut, threads: ParallelChunks(threadCount: 8))
        linkage.exactWork = 0
        #expect(linkage.groups(of: vectors) == groups, "threads, seed \(seed)")
        // The last merge of a group joined two parts at the cut or nearer: the best split says no less.
        for group in groups where group.count == 2 {
          #expect(vectors.cosine(group[0], group[1]) >= cut - 1e-9, "seed \(seed), cut \(cut): \(group)")
        }
      }
    }
  }

  @Test func linkageGoesOnFromGivenGroups() throws {
    let (_, vectors) = try vectors(ofTexts: ["路灯 坏", "停水 三天", "路灯 坏", "噪音"])
    var forest = GroupForest(vectors)
    forest.merge(1, 3)
    let groups = AverageLinkage(cut: 0.5, threads: ParallelChunks(threadCount: 1)).groups(from: forest)
    #expect(groups.map { $0.map(\.index) } == [[0, 2], [1, 3]])
  }

  @Test func aLargerCollectionIsGroupedAsInTheTextbook() throws {
    var random = RandomDocuments(seed: 2)
    let documents = random.documents(150, longest: 8)
    let (_, vectors) = try vectors(of: documents)
    for cut in [0.1, 0.25, 0.5] {
      #expect(groups(vectors, cut: cut) == NaiveLinkage(vectors, cut: cut).groups, "cut \(cut)")
    }
  }

  @Test func theOrderOfDocumentsDoesNotMatter() throws {
    var random = RandomDocuments(seed: 3)
    var compared = 0
    for _ in 0..<200 {
      let documents = (0..<16).map { _ in random.document(longest: 14) }
      let (_, vectors) = try vectors(of: documents)
      if NaiveLinkage(vectors, cut: 0.2).hadTie { continue }
      compared += 1
      let order = Array(documents.indices).shuffled(using: &random.generator)
      let (_, shuffled) = try MinyiIndexTests.vectors(of: order.map { documents[$0] })
      let renamed = groups(shuffled, cut: 0.2).map { $0.map { order[$0] }.sorted() }.sorted { $0[0] < $1[0] }
      #expect(renamed == groups(vectors, cut: 0.2), "\(order) of \(shown(documents))")
    }
    #expect(compared > 100, "only \(compared) collections without ties")
  }

  @Test func threadsDoNotMatter() throws {
    // Three chunks of the first search.
    var random = RandomDocuments(seed: 4)
    let documents = random.documents(1200, longest: 9)
    let (_, vectors) = try vectors(of: documents)
    let expected = groups(vectors, cut: 0.3)
    #expect(expected.count > 10 && expected.count < 1000)
    for threads in [2, 3, 8] {
      #expect(groups(vectors, cut: 0.3, threads: threads) == expected, "\(threads)")
    }
  }

  @Test func identicalDocumentsShareAGroup() throws {
    var random = RandomDocuments(seed: 5)
    for _ in 0..<100 {
      let documents = random.documents(20, longest: 6)
      let (_, vectors) = try vectors(of: documents)
      for cut in [0.2, 0.9] {
        let groups = groups(vectors, cut: cut)
        var groupOf = [Int](repeating: -1, count: documents.count)
        for (g, members) in groups.enumerated() { for member in members { groupOf[member] = g } }
        func key(_ d: Int) -> [[Int]] {
          vectors.matrix.row(d).map { [Int(vectors.matrix.terms[$0]), Int(vectors.weights[$0])] }
        }
        for a in documents.indices where !key(a).isEmpty {
          for b in documents.indices where key(a) == key(b) {
            #expect(groupOf[a] == groupOf[b], "\(a) and \(b), cut \(cut): \(shown(documents))")
          }
        }
      }
    }
  }

  @Test func everyDocumentIsInOneGroupAndThoseWithoutTermsAreAlone() throws {
    var random = RandomDocuments(seed: 6)
    for _ in 0..<100 {
      let documents = random.documents(random.generator.next(below: 30), longest: 3, wordCount: 6)
      let (_, vectors) = try vectors(of: documents)
      let groups = groups(vectors, cut: 0.2)
      #expect(groups.flatMap { $0 }.sorted() == Array(documents.indices), "\(shown(documents))")
      #expect(
        groups.allSatisfy { $0 == $0.sorted() } && groups.map { $0[0] } == groups.map { $0[0] }.sorted())
      for d in documents.indices where documents[d].isEmpty { #expect(groups.contains([d])) }
    }
  }

  @Test func aHigherCutNeverMakesGroupsLarger() throws {
    // The dendrogram is the same; a higher cut stops earlier.
    var random = RandomDocuments(seed: 7)
    for _ in 0..<60 {
      let (_, vectors) = try vectors(of: random.documents(25, longest: 8))
      let coarse = groups(vectors, cut: 0.15)
      for fine in groups(vectors, cut: 0.45) {
        #expect(coarse.contains { Set($0).isSuperset(of: fine) }, "\(fine) is in none of \(coarse)")
      }
    }
  }
}
