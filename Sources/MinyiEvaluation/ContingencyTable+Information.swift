import MinyiModel

/// Measures by information, each 0...1, 1 for an empty table.
///
/// Source: Rosenberg and Hirschberg, "V-measure: a conditional entropy-based external cluster evaluation measure",
/// EMNLP 2007. Values, those of empty and trivial tables among them, are scikit-learn's.
extension ContingencyTable {
  /// How far each group has one class only: 1 − H(class | group) / H(class), 1 where there is one class.
  public var homogeneity: Double { share(of: entropy(of: rowSums)) }

  /// How far each class is in one group only: 1 − H(group | class) / H(group), 1 where there is one group.
  public var completeness: Double { share(of: entropy(of: columnSums)) }

  /// The harmonic mean of homogeneity and completeness, 0 where both are 0.
  public var vMeasure: Double {
    let (h, c) = (homogeneity, completeness)
    return h + c == 0 ? 0 : 2 * h * c / (h + c)
  }

  /// I(class; group) over the arithmetic mean of both entropies: the same as `vMeasure`, but for rounding.
  public var normalizedMutualInformation: Double {
    let mean = (entropy(of: rowSums) + entropy(of: columnSums)) / 2
    // Without entropy there is one class and one group at most.
    return mean == 0 ? 1 : min(1, mutualInformation / mean)
  }

  private func share(of entropy: Double) -> Double {
    entropy == 0 ? 1 : min(1, mutualInformation / entropy)
  }

  /// In nats, never negative.
  private var mutualInformation: Double {
    let n = Double(total)
    var sum = 0.0
    for cell in cells {
      let joint = Double(cell.count) / n
      let expected = Double(rowSums[cell.row]) * Double(columnSums[cell.column]) / n
      sum += joint * naturalLog(Double(cell.count) / expected)
    }
    // Independent classes and groups: what is left of the sum are last bits.
    return sum < 1e-15 ? 0 : sum
  }

  /// In nats.
  private func entropy(of sums: [Int]) -> Double {
    let n = Double(total)
    var sum = 0.0
    for count in sums where count > 0 && count < total {
      let p = Double(count) / n
      sum -= p * naturalLog(p)
    }
    return sum
  }
}
