import Minyi
import MinyiModel
import MinyiStore
import Testing

struct ConcernLineageTests {
  /// A result with one concern a group, numbered as mining does; opinion and document numbers are the same.
  private func result(_ groups: [[Int]]) -> RunResult {
    let order = groups.sorted { ($1.count, $0.min() ?? 0) < ($0.count, $1.min() ?? 0) }
    return RunResult(
      record: RunRecord(settings: "", versions: "", opinionCount: 0, documentCount: 0, resultHash: ""),
      themes: [],
      concerns: order.indices.map {
        ConcernRecord(
          id: ConcernID(rawValue: Int32($0 + 1)), label: "\($0)", theme: nil, terms: [], quotes: [])
      },
      assignments: order.enumerated().flatMap { number, group in
        group.map {
          AssignmentRecord(
            opinion: OpinionID(rawValue: Int64($0)), concern: ConcernID(rawValue: Int32(number + 1)),
            theme: nil,
            document: $0, similarity: nil, signals: nil)
        }
      }.sorted { $0.document < $1.document })
  }

  private func previous(_ groups: [Int32: [Int]]) -> [OpinionID: ConcernID] {
    Dictionary(
      uniqueKeysWithValues: groups.flatMap { id, group in
        group.map { (OpinionID(rawValue: Int64($0)), ConcernID(rawValue: id)) }
      })
  }

  private func concern(of opinion: Int, in result: RunResult) -> Int32? {
    result.assignments.first { $0.opinion.rawValue == Int64(opinion) }?.concern?.rawValue
  }

  @Test func theFirstRunIsLeftAsItIs() {
    let first = result([[1, 2, 3], [4, 5]])
    let continued = ConcernLineage(previous: [:], highest: 0).continued(first)
    #expect(continued.assignments == first.assignments && continued.changes.isEmpty)
  }

  @Test func numbersStayWithTheOpinions() {
    // 7 grows, 3 and 5 go together, 9 falls into two, 11 is gone, and there is a new one.
    let old: [Int32: [Int]] = [
      7: [1, 2, 3], 3: [10, 11, 12], 5: [13, 14], 9: [20, 21, 22, 23], 11: [30, 31],
    ]
    let new = result([[1, 2, 3, 4, 5], [10, 11, 12, 13, 14], [20, 21], [22, 23], [40, 41, 42]])
    let continued = ConcernLineage(previous: previous(old), highest: 12).continued(new)
    #expect(concern(of: 4, in: continued) == 7)
    #expect(concern(of: 13, in: continued) == 3)
    let parts = [
      concern(of: 20, in: continued), concern(of: 22, in: continued), concern(of: 40, in: continued),
    ]
    #expect(Set(parts) == [13, 14, 15])
    func id(_ number: Int32) -> ConcernID { ConcernID(rawValue: number) }
    let expected: [ConcernChange] = [
      ConcernChange(.merged, id(5), id(3)), ConcernChange(.split, id(parts[0] ?? 0), id(9)),
      ConcernChange(.split, id(parts[1] ?? 0), id(9)), ConcernChange(.born, id(parts[2] ?? 0)),
      ConcernChange(.ended, id(9)), ConcernChange(.ended, id(11)),
    ]
    #expect(continued.changes.count == expected.count)
    for change in expected { #expect(continued.changes.contains(change), "\(change)") }
    #expect(zip(continued.concerns, continued.concerns.dropFirst()).allSatisfy { $0.id < $1.id })
  }

  /// Properties on random partitions: groups stay the groups they are, numbers are distinct and never used again, whoever
  /// holds more than half of a concern has its number or took it in, and the hash does not see numbers.
  @Test func anyTwoRuns() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      func groups(_ count: Int) -> [[Int]] {
        var groups = [[Int]](repeating: [], count: count)
        for opinion in 1...30 where random.next(below: 5) > 0 {
          groups[random.next(below: count)].append(opinion)
        }
        return groups.filter { !$0.isEmpty }
      }
      let old = Dictionary(uniqueKeysWithValues: groups(6).enumerated().map { (Int32($0 * 3 + 2), $1) })
      let mined = result(groups(7))
      let continued = ConcernLineage(previous: previous(old), highest: 40).continued(mined)
      #expect(Set(continued.concerns.map(\.id)).count == mined.concerns.count)
      for (a, b) in zip(mined.assignments, continued.assignments) {
        for (c, d) in zip(mined.assignments, continued.assignments) {
          #expect((a.concern == c.concern) == (b.concern == d.concern))
        }
      }
      for (id, members) in old {
        for concern in continued.concerns.map(\.id.rawValue) {
          let held = members.count { self.concern(of: $0, in: continued) == concern }
          guard 2 * held > members.count else { continue }
          let change = ConcernChange(.merged, ConcernID(rawValue: id), ConcernID(rawValue: concern))
          #expect(concern == id || continued.changes.contains(change))
        }
      }
      let fresh = continued.concerns.map(\.id.rawValue).filter { old[$0] == nil }
      #expect(fresh.allSatisfy { $0 > 40 })
      let keys = Dictionary(uniqueKeysWithValues: mined.assignments.map { ($0.opinion, "\($0.document)") })
      func hash(_ result: RunResult) -> ContentHash {
        ResultHash.hash(of: result.assignments, result.concerns, [], keys: keys)
      }
      #expect(hash(mined) == hash(continued))
    }
  }
}
