import MinyiModel

/// Term counts of some documents, under numbers of its own: the part that an index is merged from.
///
/// Parts counted apart, on other threads, on other days or on other machines, make the same index as one count of all
/// documents (`TermIndexBuilder.index`).
public struct TermCounts: Sendable {
  /// In the order of their units, so that parts merge without sorting rows.
  package let list: TermList
  /// Document d's entries are `rowStarts[d]..<rowStarts[d + 1]` of `terms` and `counts`, ascending by term.
  package let rowStarts: [Int]
  package let terms: [Int32]
  /// Occurrences; one in a title counts as several (`IndexOptions.titleWeight`).
  package let counts: [UInt32]

  package init(list: TermList, rowStarts: [Int], terms: [Int32], counts: [UInt32]) {
    self.list = list
    self.rowStarts = rowStarts
    self.terms = terms
    self.counts = counts
  }

  /// Documents without a term count too.
  public var documentCount: Int { rowStarts.count - 1 }

  func row(_ d: Int) -> Range<Int> { rowStarts[d]..<rowStarts[d + 1] }

  /// One part with the documents `rows` of `parts`, in their order, and the terms that these have. O(entries + terms ×
  /// log terms).
  public init(merging parts: [TermCounts], rows: [DocumentRow]) {
    let merged = MergedTerms(of: parts, rows: rows, threads: ParallelChunks(threadCount: 1)) { $0 > 0 }
    let entryCount = rows.reduce(0) { $0 + parts[$1.part].row($1.row).count }
    var rowStarts = [0]
    var terms: [Int32] = []
    var counts: [UInt32] = []
    rowStarts.reserveCapacity(rows.count + 1)
    terms.reserveCapacity(entryCount)
    counts.reserveCapacity(entryCount)
    for row in rows {
      let part = parts[row.part]
      for entry in part.row(row.row) {
        terms.append(merged.numbers[row.part][Int(part.terms[entry])])
        counts.append(part.counts[entry])
      }
      rowStarts.append(terms.count)
    }
    self.init(list: merged.table.list, rowStarts: rowStarts, terms: terms, counts: counts)
  }
}

extension Sequence<TermCounts> {
  /// The documents of all parts, part after part.
  public var rows: [DocumentRow] {
    enumerated().flatMap { p, part in (0..<part.documentCount).map { DocumentRow(part: p, row: $0) } }
  }
}

/// Where a document's counts lie.
public struct DocumentRow: Sendable, Equatable {
  /// Position among the parts.
  public var part: Int
  /// Position in the part.
  public var row: Int

  /// The document at position `row` of part `part`.
  public init(part: Int, row: Int) {
    self.part = part
    self.row = row
  }
}
