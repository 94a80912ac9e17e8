import MinyiEvaluation
import MinyiModel
import Testing

/// Measures of agreement against scikit-learn 1.9, definitions and each other.
struct AgreementTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var classes: [Int]
    var groups: [Int]
    var nmi: Double
    var homogeneity: Double
    var completeness: Double
    var ari: Double
    var accuracy: Double
    var purity: Double
    var testDescription: String { name }
  }

  /// Computed by `normalized_mutual_info_score`, `homogeneity_completeness_v_measure` and `adjusted_rand_score`;
  /// accuracy by SciPy's `linear_sum_assignment` on the contingency matrix.
  static let examples = [
    Example(
      name: "two mixed", classes: [0, 0, 1, 1, 2, 2], groups: [0, 0, 1, 2, 2, 2], nmi: 0.739667376800759,
      homogeneity: 0.710309917857152, completeness: 0.771556173679471, ari: 0.444444444444444,
      accuracy: 0.833333333333333, purity: 0.833333333333333),
    Example(
      name: "more groups", classes: [0, 0, 0, 1, 1, 1], groups: [0, 1, 0, 1, 2, 2], nmi: 0.515803742979389,
      homogeneity: 0.666666666666667, completeness: 0.420619835714305, ari: 0.242424242424242,
      accuracy: 0.666666666666667, purity: 0.833333333333333),
    Example(
      name: "worse than chance", classes: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2],
      groups: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3], nmi: 0.169614066100079, homogeneity: 0.227493114285740,
      completeness: 0.135213020743189, ari: -0.103151862464183, accuracy: 0.333333333333333,
      purity: 0.666666666666667),
    Example(
      name: "one class", classes: [0, 0, 0, 0], groups: [0, 1, 2, 3], nmi: 0, homogeneity: 1, completeness: 0,
      ari: 0, accuracy: 0.25, purity: 1),
    Example(
      name: "one group", classes: [0, 1, 2, 3], groups: [0, 0, 0, 0], nmi: 0, homogeneity: 0, completeness: 1,
      ari: 0, accuracy: 0.25, purity: 0.25),
    Example(
      name: "one of both", classes: [0, 0, 0], groups: [0, 0, 0], nmi: 1, homogeneity: 1, completeness: 1,
      ari: 1, accuracy: 1, purity: 1),
    Example(
      name: "all apart", classes: [0, 1, 2, 3], groups: [3, 1, 0, 2], nmi: 1, homogeneity: 1, completeness: 1,
      ari: 1, accuracy: 1, purity: 1),
    Example(
      name: "independent", classes: [0, 0, 1, 1], groups: [0, 1, 0, 1], nmi: 0, homogeneity: 0,
      completeness: 0, ari: -0.5, accuracy: 0.5, purity: 0.5),
    Example(
      name: "one item", classes: [0], groups: [0], nmi: 1, homogeneity: 1, completeness: 1, ari: 1,
      accuracy: 1,
      purity: 1),
    Example(
      name: "no item", classes: [], groups: [], nmi: 1, homogeneity: 1, completeness: 1, ari: 1, accuracy: 1,
      purity: 1),
    Example(
      name: "40 items",
      classes: [
        3, 2, 2, 3, 2, 3, 3, 0, 0, 1, 1, 3, 3, 0, 1, 3, 0, 3, 0, 1, 3, 1, 1, 1, 2, 1, 3, 1, 1, 2, 2, 2, 2, 3,
        3,
        3, 2, 2, 1, 3,
      ],
      groups: [
        0, 0, 2, 1, 5, 3, 3, 0, 0, 1, 1, 5, 4, 3, 1, 4, 0, 2, 0, 3, 4, 1, 1, 1, 2, 1, 4, 1, 1, 2, 2, 2, 5, 3,
        1,
        2, 2, 2, 1, 3,
      ], nmi: 0.507777705462493, homogeneity: 0.576842893959057, completeness: 0.453482421203484,
      ari: 0.376231685374004, accuracy: 0.625, purity: 0.775),
    Example(
      name: "fewer groups",
      classes: [
        2, 0, 3, 4, 1, 2, 0, 0, 1, 4, 4, 3, 2, 2, 0, 1, 4, 2, 1, 1, 3, 0, 4, 4, 2, 2, 3, 2, 2, 1,
      ],
      groups: [
        1, 2, 0, 0, 2, 1, 2, 0, 2, 0, 1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 2, 1, 0, 1, 0, 2, 2, 1, 2, 1,
      ], nmi: 0.218327023563036, homogeneity: 0.184720489404028, completeness: 0.266881206155298,
      ari: 0.059369354573822, accuracy: 0.4, purity: 0.4),
  ]

  @Test(arguments: examples)
  func valuesAreScikitLearns(_ example: Example) {
    let table = ContingencyTable(classes: example.classes, groups: example.groups)
    for (value, expected) in [
      (table.normalizedMutualInformation, example.nmi), (table.vMeasure, example.nmi),
      (table.homogeneity, example.homogeneity), (table.completeness, example.completeness),
      (table.adjustedRandIndex, example.ari), (table.accuracy, example.accuracy),
      (table.purity, example.purity),
    ] {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func definitionsHoldForRandomGroupings() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<300 {
      let count = 1 + random.next(below: 40)
      let a = NaiveMeasures.labels(count, below: 1 + random.next(below: 6), &random)
      let b = NaiveMeasures.labels(count, below: 1 + random.next(below: 6), &random)
      let table = ContingencyTable(classes: a, groups: b)
      let name: Comment = "\(a) \(b)"
      #expect(abs(table.adjustedRandIndex - NaiveMeasures.adjustedRand(a, b)) < 1e-12, name)
      #expect(abs(table.accuracy - NaiveMeasures.accuracy(a, b)) < 1e-12, name)
      #expect(abs(table.vMeasure - table.normalizedMutualInformation) < 1e-12, name)
      for value in [table.vMeasure, table.homogeneity, table.completeness, table.accuracy, table.purity] {
        #expect((0...1).contains(value), name)
      }
      #expect((-1...1).contains(table.adjustedRandIndex) && table.accuracy <= table.purity, name)
    }
  }

  @Test func classesAndGroupsMayChangePlaces() {
    var random = SplitMix64(seed: 32)
    for _ in 0..<100 {
      let a = NaiveMeasures.labels(30, below: 5, &random)
      let b = NaiveMeasures.labels(30, below: 8, &random)
      let (table, other) = (
        ContingencyTable(classes: a, groups: b), ContingencyTable(classes: b, groups: a)
      )
      #expect(abs(table.vMeasure - other.vMeasure) < 1e-12)
      #expect(abs(table.homogeneity - other.completeness) < 1e-12)
      #expect(table.adjustedRandIndex == other.adjustedRandIndex && table.accuracy == other.accuracy)
    }
  }

  @Test func namesAndOrderDoNotMatter() {
    var random = SplitMix64(seed: 33)
    for _ in 0..<100 {
      let items = (0..<50).map { _ in (random.next(below: 4), random.next(below: 7)) }
      // Other numbers, some of them unused, and another order.
      let (newRows, newColumns) = ((0..<9).shuffled(using: &random), (0..<20).shuffled(using: &random))
      let others = items.map { (newRows[$0.0], newColumns[$0.1]) }.shuffled(using: &random)
      let table = ContingencyTable(classes: items.map(\.0), groups: items.map(\.1))
      let other = ContingencyTable(classes: others.map(\.0), groups: others.map(\.1))
      #expect(abs(table.vMeasure - other.vMeasure) < 1e-12)
      #expect(table.adjustedRandIndex == other.adjustedRandIndex)
      #expect(table.accuracy == other.accuracy && table.purity == other.purity)
    }
  }

  @Test func equalGroupingsAgreeWholly() {
    var random = SplitMix64(seed: 34)
    for bound in 1...12 {
      let a = NaiveMeasures.labels(60, below: bound, &random)
      let names = (0..<bound).shuffled(using: &random)
      let table = ContingencyTable(classes: a, groups: a.map { names[$0] })
      for value in [table.vMeasure, table.normalizedMutualInformation, table.adjustedRandIndex] {
        #expect(abs(value - 1) < 1e-12)
      }
      #expect(table.accuracy == 1 && table.purity == 1)
    }
  }

  /// Groups of one item by the thousand, as concerns leave them, cost nothing and change no result.
  @Test func accuracyWithManyGroupsOfOneItem() {
    var random = SplitMix64(seed: 35)
    let classes = NaiveMeasures.labels(20_000, below: 5, &random)
    // The first thousand in ten groups, the others alone.
    let groups = classes.indices.map { $0 < 1000 ? random.next(below: 10) : $0 }
    let table = ContingencyTable(classes: classes, groups: groups)
    var weights = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 5)
    for i in 0..<1000 { weights[classes[i]][groups[i]] += 1 }
    #expect(table.accuracy == Double(NaiveMeasures.assignment(weights, left: 5)) / 20_000)
  }
}
