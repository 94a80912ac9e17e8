import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct ThemeFinderTests {
  private func themes(_ vectors: DocumentVectors, _ count: Int?, threads: Int = 1) -> [Theme] {
    ThemeFinder(count: count, threads: ParallelChunks(threadCount: threads)).themes(of: vectors)
  }

  @Test func everyDocumentWithATermHasOneTheme() throws {
    var random = SplitMix64(seed: 1)
    for round in 0..<60 {
      let documents = randomDocuments(&random, round < 20 ? round / 4 : random.next(below: 40))
      let (_, vectors) = try index(documents)
      for count in [nil, 1, 2, 5, 100] {
        let themes = themes(vectors, count)
        let filled = documents.indices.filter { !documents[$0].isEmpty }
        #expect(
          themes.flatMap(\.members).map(\.index).sorted() == filled,
          "\(String(describing: count)): \(documents)")
        #expect(themes.count <= min(count ?? 20, filled.count))
        #expect(themes.allSatisfy { !$0.members.isEmpty && $0.members == $0.members.sorted() })
        #expect(themes.map(\.id.rawValue) == themes.indices.map { Int32($0 + 1) })
        for (a, b) in zip(themes, themes.dropFirst()) {
          #expect(
            a.members.count > b.members.count
              || (a.members.count == b.members.count && a.members[0] < b.members[0]), "\(documents)")
        }
      }
    }
  }

  @Test func plantedTopicsAreFound() throws {
    for (seed, k) in [2, 4, 6].enumerated() {
      let planted = try PlantedTopics(240, topicCount: k, seed: UInt64(seed))
      let themes = themes(planted.vectors, k)
      var themeOf = [Int](repeating: -1, count: 240)
      for theme in themes { for member in theme.members { themeOf[member.index] = Int(theme.id.rawValue) } }
      #expect(themes.count == k && agreement(themeOf, planted.topics) > 0.99, "\(k) topics")
    }
  }

  @Test func threadsDoNotMatter() throws {
    let planted = try PlantedTopics(1500, topicCount: 5, shared: 6, length: 6, seed: 5)
    let expected = themes(planted.vectors, 5)
    for threads in [2, 8] {
      #expect(themes(planted.vectors, 5, threads: threads) == expected, "\(threads) threads")
    }
  }

  @Test func aSampleIsEnough() throws {
    let planted = try PlantedTopics(1500, topicCount: 4, seed: 8)
    let all = themes(planted.vectors, 4)
    var finder = ThemeFinder(count: 4, threads: oneThread)
    // As many as there are: the same as without a limit.
    finder.sampleLimit = 1500
    #expect(finder.themes(of: planted.vectors) == all)
    finder.sampleLimit = 200
    let sampled = finder.themes(of: planted.vectors)
    #expect(sampled == all && sampled.reduce(0) { $0 + $1.members.count } == 1500)
    for count in [2, 8] {
      finder.threads = ParallelChunks(threadCount: count)
      #expect(finder.themes(of: planted.vectors) == sampled, "\(count) threads")
    }
  }

  @Test func identicalDocumentsAreOneTheme() throws {
    let (_, vectors) = try index([[String]](repeating: ["路灯", "坏"], count: 12))
    for count in [1, 3, 12] {
      #expect(themes(vectors, count).map(\.members.count) == [12], "\(count)")
    }
  }

  @Test func theDefaultNumberGrowsWithTheRootOfTheCollection() {
    let expected = [(0, 2), (1, 2), (24, 2), (25, 3), (100, 5), (400, 10), (1600, 20), (1_000_000, 20)]
    for (documents, count) in expected {
      #expect(ThemeFinder.defaultCount(documentCount: documents) == count, "\(documents)")
    }
  }

  @Test func namesAreDistinctWordsThatSetAThemeApart() throws {
    let planted = try PlantedTopics(200, topicCount: 4, shared: 3, seed: 6)
    let themes = themes(planted.vectors, 4)
    let names = ThemeNamer(vocabulary: planted.vocabulary).names(for: themes, matrix: planted.vectors.matrix)
    { _ in true }
    #expect(names.count == themes.count && Set(names.map(\.label)).count == names.count)
    for (theme, name) in zip(themes, names) {
      let topic = planted.topics[theme.members[0].index]
      #expect(name.label.hasPrefix("题\(topic)词"), "\(name.label)")
      #expect(name.terms.first.map { planted.vocabulary[$0.term] } == name.label)
      let weights = name.terms.map(\.weight)
      #expect(weights == weights.sorted(by: >) && weights.allSatisfy { $0 > 0 } && weights.count <= 5)
    }
  }

  @Test func noKeyTermIsPartOfAnother() throws {
    let texts = [["西桥路", "桥路", "路灯"], ["西桥路", "桥路", "路灯"], ["停水", "自来水"], ["停水", "水压"]]
    let (vocabulary, vectors) = try index(texts)
    let themes = themes(vectors, 2)
    let names = ThemeNamer(vocabulary: vocabulary).names(for: themes, matrix: vectors.matrix) { _ in true }
    let lamps = try #require(names.first { $0.terms.contains { vocabulary[$0.term] == "路灯" } })
    let words = lamps.terms.map { vocabulary[$0.term] }
    #expect(words.count == 2 && !(words.contains("桥路") && words.contains("西桥路")), "\(words)")
  }

  @Test func themesWithoutAWordForANameStillDiffer() throws {
    // Single characters are too short for a name.
    let (vocabulary, vectors) = try index([["河"], ["河"], ["路"], ["路"], ["灯"]])
    let themes = themes(vectors, 3)
    let names = ThemeNamer(vocabulary: vocabulary).names(for: themes, matrix: vectors.matrix) { _ in true }
    #expect(themes.count == 3 && Set(names.map(\.label)).count == 3, "\(names.map(\.label))")
  }
}
