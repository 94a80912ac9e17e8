/// Measures by pairs of items.
extension ContingencyTable {
  /// The Rand index corrected for chance: 1 for equal groupings, about 0 for random ones, below 0 for worse.
  ///
  /// Source: Hubert and Arabie, "Comparing partitions", Journal of Classification 2 (1985). 1 where both groupings put
  /// all items together or all apart, as in scikit-learn.
  public var adjustedRandIndex: Double {
    // Whole numbers as far as they go; a product of two counts of pairs goes further.
    let together = ContingencyTable.pairs(cells.lazy.map(\.count))
    let inRows = ContingencyTable.pairs(rowSums)
    let inColumns = ContingencyTable.pairs(columnSums)
    if together == inRows && together == inColumns { return 1 }
    let expected = Double(inRows) * Double(inColumns) / Double(ContingencyTable.pairs(CollectionOfOne(total)))
    return (Double(together) - expected) / (Double(inRows + inColumns) / 2 - expected)
  }

  private static func pairs(_ counts: some Sequence<Int>) -> Int {
    counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }
}
