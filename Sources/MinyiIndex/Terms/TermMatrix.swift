/// Term counts of documents in compressed sparse rows: 32-bit ids and counts, ids ascending in a row.
public struct TermMatrix: Sendable {
  /// Row d is `rowStarts[d]..<rowStarts[d + 1]` of `terms` and `counts`.
  public let rowStarts: [Int]
  /// Ids by entry, ascending within a row.
  public let terms: [UInt32]
  /// Occurrences; one in a title counts as several (`IndexOptions.titleWeight`).
  public let counts: [UInt32]
  /// Terms of the vocabulary: ids are 0..<termCount.
  public let termCount: Int

  package init(rowStarts: [Int], terms: [UInt32], counts: [UInt32], termCount: Int) {
    self.rowStarts = rowStarts
    self.terms = terms
    self.counts = counts
    self.termCount = termCount
  }

  /// Rows, those without an entry too.
  public var documentCount: Int { rowStarts.count - 1 }

  /// The positions of document `d`'s entries.
  public func row(_ d: Int) -> Range<Int> { rowStarts[d]..<rowStarts[d + 1] }
}
