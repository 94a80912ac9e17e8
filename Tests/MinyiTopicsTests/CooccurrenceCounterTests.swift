import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct CooccurrenceCounterTests {
  @Test func theInformationIsThatOfTheDefinition() throws {
    var random = SplitMix64(seed: 1)
    for round in 0..<40 {
      let documents = randomDocuments(&random, 3 + random.next(below: 30)).map { Array(Set($0)).sorted() }
      let (_, vectors) = try index(documents)
      let matrix = vectors.matrix
      let sets = (0..<matrix.documentCount).map { d in Set(matrix.row(d).map { Int(matrix.terms[$0]) }) }
      let counter = CooccurrenceCounter(matrix)
      let found = counter.positiveMutualInformation(oneThread)
      let words = (0..<matrix.termCount).filter { t in sets.count { $0.contains(t) } > 1 }
      #expect(counter.words.sorted() == words)
      func together(_ a: Int, _ b: Int) -> Double {
        a == b ? 0 : Double(sets.count { $0.contains(a) && $0.contains(b) })
      }
      func all(_ a: Int) -> Double { words.reduce(0) { $0 + together(a, $1) } }
      func power(_ x: Double) -> Double { x > 0 ? exponential(0.75 * naturalLog(x)) : 0 }
      let total = words.reduce(0) { $0 + power(all($1)) }
      var expected: [[Int]: Double] = [:]
      for (w, word) in counter.words.enumerated() {
        for (c, context) in counter.words.enumerated() where together(word, context) > 0 {
          let share = power(all(context)) / total
          let value = naturalLog(together(word, context) / (all(word) * share))
          if value > 1e-5 { expected[[w, c]] = value }
        }
      }
      var actual: [[Int]: Double] = [:]
      for w in 0..<found.rowCount {
        for e in found.row(w) where found.values[e] > 1e-5 {
          actual[[w, Int(found.columns[e])]] = Double(found.values[e])
        }
      }
      #expect(Set(actual.keys) == Set(expected.keys), "round \(round): \(documents)")
      for (key, value) in expected { #expect(abs((actual[key] ?? 0) - value) < 1e-4, "round \(round)") }
    }
  }

  @Test func threadsDoNotMatter() throws {
    let planted = try PlantedTopics(600, topicCount: 30, seed: 2)
    let counter = CooccurrenceCounter(planted.vectors.matrix)
    let expected = counter.positiveMutualInformation(oneThread)
    for count in [2, 8] {
      let other = counter.positiveMutualInformation(ParallelChunks(threadCount: count))
      #expect(other.columns == expected.columns && other.values == expected.values)
      #expect(other.rowStarts == expected.rowStarts)
    }
  }
}
