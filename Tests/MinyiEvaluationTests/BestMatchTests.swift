import MinyiEvaluation
import MinyiModel
import Testing

struct BestMatchTests {
  @Test func bestGroupOfEachClass() throws {
    // Group 2 and column 3 are no groups.
    let table = ContingencyTable(
      classes: [0, 0, 0, 1, 1, 2, 2], groups: [0, 0, 1, 1, 1, 2, 3])
    let matches = BestMatch.matches(in: table, groupSizes: [2, 3])
    #expect(matches[0]?.group == 0 && matches[0]?.f1 == 0.8 && matches[0]?.common == 2)
    #expect(matches[1]?.group == 1 && matches[1]?.f1 == 0.8 && matches[1]?.groupSize == 3)
    #expect(matches.count == 3 && matches[2] == nil)
    // Group 0 has eight members of no class: now the other is better.
    let closed = BestMatch.matches(in: table, groupSizes: [10, 3])
    #expect(closed[0]?.group == 1 && closed[0]?.f1 == 2.0 / 6)
    #expect(closed[1] == matches[1])
  }

  @Test func theBestIsTheBestOfAll() {
    var random = SplitMix64(seed: 51)
    for _ in 0..<200 {
      let a = NaiveMeasures.labels(30, below: 4, &random)
      let b = NaiveMeasures.labels(30, below: 6, &random)
      let sizes = (0..<6).map { group in b.count { $0 == group } + random.next(below: 5) }
      let table = ContingencyTable(classes: a, groups: b)
      for (row, match) in BestMatch.matches(in: table, groupSizes: sizes).enumerated() {
        let values = sizes.indices.map { group in
          let common = zip(a, b).count { $0 == row && $1 == group }
          return 2 * Double(common) / Double(a.count { $0 == row } + sizes[group])
        }
        #expect(match?.f1 ?? 0 == values.max())
        // Of equals the smaller number.
        if let match { #expect(match.group == values.firstIndex(of: match.f1)) }
      }
    }
  }
}
