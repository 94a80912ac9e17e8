import MinyiEvaluation
import MinyiModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct CooccurrenceTests {
  private let words = Cooccurrence(
    documents: [[0, 1], [0, 1], [2, 3], [0, 2], [0, 1, 2, 3], [], [3]], documentCount: 4)

  @Test func pairs() {
    #expect(words.normalizedInformation(0, 1) == 1)
    #expect(words.normalizedInformation(0, 2) == -1)
    // p(ab) = ¼ = p(a) · p(b).
    #expect(words.normalizedInformation(0, 3) == 0)
    #expect(words.normalizedInformation(4, 4) == 1)
    #expect(words.normalizedInformation(5, 5) == -1 && words.normalizedInformation(5, 4) == -1)
    // ln(¼ / (½ · ¼)) / −ln ¼ = ln 2 / ln 4.
    #expect(abs(words.normalizedInformation(2, 6) - 0.5) < 1e-12)
  }

  @Test func listsAreMeansOverPairs() {
    #expect(words.coherence(of: []) == nil && words.coherence(of: [0]) == nil)
    #expect(words.coherence(of: [0, 1]) == 1)
    #expect(abs((words.coherence(of: [0, 1, 3]) ?? 9) - 1.0 / 3) < 1e-12)
    #expect(words.coherence(of: [3, 0, 1]) == words.coherence(of: [1, 3, 0]))
  }

  @Test func countsAreThoseOfSets() {
    var random = SplitMix64(seed: 61)
    for _ in 0..<100 {
      let count = 1 + random.next(below: 30)
      let sets = (0..<5).map { _ in
        let share = random.nextUnit()
        return (0..<UInt32(count)).filter { _ in random.nextUnit() < share }
      }
      let words = Cooccurrence(documents: sets, documentCount: count)
      for (a, b) in [(0, 1), (2, 3), (4, 0), (1, 1)] {
        let value = words.normalizedInformation(a, b)
        #expect(value == words.normalizedInformation(b, a) && (-1...1).contains(value))
        let joint = Double(Set(sets[a]).intersection(sets[b]).count) / Double(count)
        if joint == 0 || joint == 1 {
          #expect(value == (joint == 0 ? -1 : 1))
        } else {
          let (p, q) = (Double(sets[a].count) / Double(count), Double(sets[b].count) / Double(count))
          #expect(abs(value - log(joint / (p * q)) / -log(joint)) < 1e-12)
        }
      }
    }
  }
}
