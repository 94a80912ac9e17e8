import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct ThemeCountChooserTests {
  private func choice(_ vectors: DocumentVectors, threads: Int = 1) -> ThemeCountChooser.Choice {
    ThemeCountChooser(threads: ParallelChunks(threadCount: threads)).choice(of: vectors)
  }

  @Test(arguments: [2, 3, 5, 8])
  func plantedTopicsAreCounted(count: Int) throws {
    for seed in 0..<3 as Range<UInt64> {
      let planted = try PlantedTopics(600, topicCount: count, shared: 4, seed: 40 + seed)
      let choice = choice(planted.vectors)
      #expect(choice.count == count, "\(choice)")
      #expect(choice.documents == 600)
      let top = try #require(choice.points.max { $0.gain < $1.gain })
      #expect(top.error == 0 && choice.points.allSatisfy { $0.error >= 0 })
      #expect(choice.count <= top.count)
    }
  }

  @Test func wordsWithoutTopicsMakeFewThemes() throws {
    let noise = try PlantedTopics(600, topicCount: 1, wordCount: 60, seed: 3)
    #expect(choice(noise.vectors).count == 2)
  }

  @Test func threadsDoNotMatter() throws {
    let planted = try PlantedTopics(3000, topicCount: 6, shared: 5, length: 8, seed: 9)
    let expected = choice(planted.vectors)
    #expect(expected.documents == 2000)
    for threads in [2, 8] { #expect(choice(planted.vectors, threads: threads) == expected) }
  }

  @Test func fewDocumentsHaveNoCurve() throws {
    for (documents, count) in [(0, 2), (1, 2), (39, 3)] {
      let (_, vectors) = try index((0..<documents).map { ["词\($0 % 4)"] })
      let choice = choice(vectors)
      #expect(choice.count == count && choice.points.isEmpty && choice.documents == documents, "\(choice)")
    }
    // From here on there is one, with no more themes than five documents of a half allow.
    let planted = try PlantedTopics(40, topicCount: 3, seed: 2)
    #expect(choice(planted.vectors).points.map(\.count) == [2, 3, 4])
  }
}
