import MinyiEvaluation
import MinyiModel

/// The measures as their definitions say, however slow.
enum NaiveMeasures {
  /// The adjusted Rand index by looking at every pair of items.
  static func adjustedRand(_ a: [Int], _ b: [Int]) -> Double {
    var (both, onlyA, onlyB, neither) = (0.0, 0.0, 0.0, 0.0)
    for i in a.indices {
      for j in 0..<i {
        switch (a[i] == a[j], b[i] == b[j]) {
        case (true, true): both += 1
        case (true, false): onlyA += 1
        case (false, true): onlyB += 1
        case (false, false): neither += 1
        }
      }
    }
    if onlyA == 0 && onlyB == 0 { return 1 }
    return 2 * (both * neither - onlyA * onlyB)
      / ((both + onlyA) * (onlyA + neither) + (both + onlyB) * (onlyB + neither))
  }

  /// The largest sum of one-to-one matches, by trying them all.
  static func assignment(_ weights: [[Int]], from row: Int = 0, without used: Set<Int> = [], left: Int) -> Int
  {
    guard row < weights.count else { return left == 0 ? 0 : Int.min / 2 }
    var best = Int.min / 2
    for column in weights[row].indices where !used.contains(column) {
      let rest = assignment(weights, from: row + 1, without: used.union([column]), left: left - 1)
      best = max(best, weights[row][column] + rest)
    }
    // A row stays alone only where there are more rows than columns.
    if weights.count - row > left {
      best = max(best, assignment(weights, from: row + 1, without: used, left: left))
    }
    return best
  }

  static func accuracy(_ a: [Int], _ b: [Int]) -> Double {
    let (rows, columns) = ((a.max() ?? -1) + 1, (b.max() ?? -1) + 1)
    var weights = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
    for (row, column) in zip(a, b) { weights[row][column] += 1 }
    return Double(assignment(weights, left: min(rows, columns))) / Double(a.count)
  }

  /// `count` numbers below `bound`.
  static func labels(_ count: Int, below bound: Int, _ random: inout SplitMix64) -> [Int] {
    (0..<count).map { _ in random.next(below: bound) }
  }
}
