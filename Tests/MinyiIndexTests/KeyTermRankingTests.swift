import MinyiIndex
import MinyiModel
import Testing

/// Terms of groups against counts made with dictionaries.
struct KeyTermRankingTests {
  @Test func liftIsThatOfAWorkedTable() {
    // (3 + ½) / (5 + 1) over (1 + ½) / (9 + 1) = 0.58333 / 0.15
    #expect(abs(KeyTermRanking.lift(3, of: 5, against: 1, of: 9) - 3.888_888_9) < 1e-6)
    // Nobody outside: finite. Nobody at all: the larger side has the smaller rate.
    #expect(abs(KeyTermRanking.lift(4, of: 4, against: 0, of: 9) - 18) < 1e-12)
    #expect(KeyTermRanking.lift(2, of: 3, against: 2, of: 3) == 1)
  }

  @Test func totalsAreThoseOfANaiveCount() throws {
    var random = RandomDocuments(seed: 51)
    for round in 0..<100 {
      let documents = random.documents(1 + random.generator.next(below: 20), longest: 10)
      let (vocabulary, vectors) = try vectors(of: documents)
      let group = documents.indices.filter { _ in random.generator.next(below: 2) == 0 }
      let totals = TermTotals(of: group.shuffled(using: &random.generator), in: vectors)
      #expect(totals.documentCount == group.count)
      for term in 0..<vocabulary.count {
        let text = vocabulary[TermID(rawValue: UInt32(term))]
        let counts = group.map { d in
          documents[d].reduce(0) { $0 + ($1.term == text ? ($1.isInTitle ? 3 : 1) : 0) }
        }
        let weight = group.reduce(0) { sum, d in
          sum
            + vectors.matrix.row(d).filter { Int(vectors.matrix.terms[$0]) == term }.reduce(0) {
              $0 + Int(vectors.weights[$1])
            }
        }
        #expect(totals.counts[term] == counts.reduce(0, +), "round \(round), \(text): \(shown(documents))")
        #expect(Int(totals.documents[term]) == counts.count { $0 > 0 }, "round \(round), \(text)")
        #expect(totals.weights[term] == weight, "round \(round), \(text)")
      }
    }
  }

  @Test func aGroupIsToldByWhatOthersDoNotSay() throws {
    let texts = ["停水 小区 投诉", "停水 小区", "停水 水压 小区", "路灯 小区", "路灯 小区 投诉", "路灯 道路 小区"]
    let (vocabulary, vectors) = try vectors(ofTexts: texts)
    let ranking = KeyTermRanking(vectors, vocabulary: vocabulary)
    let group = ranking.terms(of: [0, 1, 2], top: 10)
    // 小区 is everywhere, 投诉 as often inside as outside: lift 1, so neither is told.
    #expect(group.map { vocabulary[$0.term] } == ["停水", "水压"])
    #expect(group.map(\.documents) == [3, 1] && group.map(\.count) == [3, 1])
    #expect(group.map(\.lift) == [7, 3])
    #expect(ranking.terms(of: [0, 1, 2], top: 1).count == 1)
    #expect(ranking.terms(of: [], top: 5).isEmpty)
    // With nothing outside there is no lift, and the order is that of the whole.
    let whole = ranking.terms(of: 0..<6, top: 10)
    #expect(whole == ranking.terms(top: 10) && whole.allSatisfy { $0.lift == nil } && whole.count == 6)
    #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.weight >= $1.weight })
  }

  @Test func partsOfATermThatSaysTheSameAreLeftOut() throws {
    let texts = ["搅拌 站 搅拌站", "搅拌 站 搅拌站", "搅拌 站 搅拌站", "搅拌 站 搅拌站 车站 车", "车站 站", "车站 站"]
    let (vocabulary, vectors) = try vectors(ofTexts: texts)
    let shown = KeyTermRanking(vectors, vocabulary: vocabulary, minimumLength: 1).terms(top: 10).map {
      vocabulary[$0.term]
    }
    // 搅拌 is only in 搅拌站 (4 of 4); 站 is in six texts, 4 of them with 搅拌站; 车 is in one, and so is 车站.
    #expect(Set(shown) == ["搅拌站", "站", "车站"])
    let words = KeyTermRanking(vectors, vocabulary: vocabulary).terms(top: 10).map { vocabulary[$0.term] }
    #expect(Set(words) == ["搅拌站", "车站"], "single characters are left out unless asked for")
  }

  @Test func equalValuesGoByTerm() throws {
    let (vocabulary, vectors) = try vectors(ofTexts: ["丙 甲 乙", "丁"])
    let shown = KeyTermRanking(vectors, vocabulary: vocabulary, minimumLength: 1).terms(of: [0], top: 3).map(
      \.term.rawValue)
    #expect(shown == shown.sorted() && shown.count == 3)
  }
}
