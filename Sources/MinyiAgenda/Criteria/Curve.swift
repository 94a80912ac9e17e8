import MinyiModel

/// The fixed curves from raw values to [0, 1].
enum Curve {
  /// ln(1 + x) / ln(1 + full): 0 at 0, 1 at `full` and beyond; each further case adds less.
  static func logarithmic(_ x: Double, full: Double) -> Double {
    min(1, naturalLog(1 + max(0, x)) / naturalLog(1 + full))
  }

  /// The x of `logarithmic` for `value`.
  static func logarithmicInverse(_ value: Double, full: Double) -> Double {
    exponential(value * naturalLog(1 + full)) - 1
  }

  /// 1 - 2^(-(x - 1) / half): 0 at 1, one half at 1 + `half`.
  static func saturating(_ x: Double, half: Double) -> Double {
    x <= 1 ? 0 : 1 - exponential(-(x - 1) / half * naturalLog(2))
  }

  /// The x of `saturating` for `value` below 1.
  static func saturatingInverse(_ value: Double, half: Double) -> Double {
    1 - half * naturalLog(1 - value) / naturalLog(2)
  }

  /// 2^entropy of the counts: the number of equally frequent kinds that would be as mixed. 0 for no counts.
  static func effectiveNumber(_ counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return 0 }
    // Sorted, so that the sum does not depend on the order of the counts.
    let entropy = counts.filter { $0 > 0 }.sorted().reduce(0.0) { sum, count in
      let share = Double(count) / total
      return sum - share * naturalLog(share)
    }
    return exponential(entropy)
  }
}
