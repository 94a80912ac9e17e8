import MinyiEvaluation
import MinyiModel
import Testing

struct MaximumAssignmentTests {
  /// Totals computed by SciPy's `linear_sum_assignment`.
  @Test func totalsAreSciPys() {
    let wide = [
      26, 38, 39, 45, 49, 7, 20, 46, 15, 0, 28, 37, 37, 40, 32, 6, 42, 20, 42, 40, 48, 0, 43, 31, 24, 39, 47,
      25,
      4, 36, 11, 11, 9, 9, 45, 18, 5, 8, 19, 17,
    ]
    #expect(MaximumAssignment(weights: wide, rowCount: 5, columnCount: 8).total == 218)
    let tall = [
      1, 46, 40, 20, 49, 3, -11, -1, -14, 46, -5, 11, -6, 48, -9, 16, 46, 16, 42, 42, 33, 31, 20, 20, 38, 9,
      46,
      41,
    ]
    #expect(MaximumAssignment(weights: tall, rowCount: 7, columnCount: 4).total == 185)
  }

  @Test func noMatchingIsBetter() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<400 {
      let (rows, columns) = (random.next(below: 7), random.next(below: 7))
      let spread = 1 + random.next(below: 12)
      let weights = (0..<rows * columns).map { _ in random.next(below: spread) - spread / 3 }
      let found = MaximumAssignment(weights: weights, rowCount: rows, columnCount: columns)
      let matched = found.columnOfRow.compactMap { $0 }
      #expect(Set(matched).count == matched.count && matched.count == min(rows, columns))
      let table = (0..<rows).map { row in (0..<columns).map { weights[row * columns + $0] } }
      #expect(
        found.total == NaiveMeasures.assignment(table, left: min(rows, columns)),
        "\(rows) × \(columns): \(weights)"
      )
      let sum = found.columnOfRow.enumerated().reduce(0) { sum, match in
        sum + (match.element.map { weights[match.offset * columns + $0] } ?? 0)
      }
      #expect(found.total == sum)
    }
  }
}
